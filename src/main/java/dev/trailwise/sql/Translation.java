package dev.trailwise.sql;

import dev.trailwise.table.TableName;
import io.trino.grammar.sql.SqlBaseBaseVisitor;
import io.trino.grammar.sql.SqlBaseParser;
import io.trino.grammar.sql.SqlBaseParser.*;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** One query on its way into DuckDB's SQL. A construct is written out only when it is on the list of what is known. */
final class Translation extends SqlBaseBaseVisitor<String> {
    /** Constructs that mean the same word for word; their parts are translated. */
    private static final Set<Class<?>> SAME = Set.of(
            QueryContext.class,
            WithContext.class,
            NamedQueryContext.class,
            QueryTermDefaultContext.class,
            SetOperationContext.class,
            SetQuantifierContext.class,
            QueryPrimaryDefaultContext.class,
            SubqueryContext.class,
            QuerySpecificationContext.class,
            SortItemContext.class,
            LimitRowCountContext.class,
            RowCountContext.class,
            GroupByContext.class,
            SingleGroupingSetContext.class,
            GroupingSetContext.class,
            RollupContext.class,
            CubeContext.class,
            MultipleGroupingSetsContext.class,
            WindowDefinitionContext.class,
            WindowSpecificationContext.class,
            WindowFrameContext.class,
            FrameExtentContext.class,
            UnboundedFrameContext.class,
            CurrentRowBoundContext.class,
            BoundedFrameContext.class,
            RelationDefaultContext.class,
            JoinRelationContext.class,
            JoinTypeContext.class,
            JoinCriteriaContext.class,
            SampledRelationContext.class,
            PatternRecognitionContext.class,
            AliasedRelationContext.class,
            ColumnAliasesContext.class,
            SubqueryRelationContext.class,
            LateralContext.class,
            ParenthesizedRelationContext.class,
            ExpressionContext.class,
            PredicatedContext.class,
            LogicalNotContext.class,
            AndContext.class,
            OrContext.class,
            ComparisonContext.class,
            ComparisonOperatorContext.class,
            QuantifiedComparisonContext.class,
            ComparisonQuantifierContext.class,
            BetweenContext.class,
            InListContext.class,
            InSubqueryContext.class,
            LikeContext.class,
            NullPredicateContext.class,
            DistinctFromContext.class,
            ValueExpressionDefaultContext.class,
            ArithmeticUnaryContext.class,
            ArithmeticBinaryContext.class,
            ConcatenationContext.class,
            NullLiteralContext.class,
            BooleanLiteralContext.class,
            BooleanValueContext.class,
            StringLiteralContext.class,
            BasicStringLiteralContext.class,
            NumericLiteralContext.class,
            DecimalLiteralContext.class,
            DoubleLiteralContext.class,
            PositionContext.class,
            SubqueryExpressionContext.class,
            ExistsContext.class,
            SimpleCaseContext.class,
            SearchedCaseContext.class,
            WhenClauseContext.class,
            ColumnReferenceContext.class,
            SubscriptContext.class,
            ParenthesizedExpressionContext.class,
            GroupingOperationContext.class,
            FilterContext.class,
            OverContext.class,
            NullTreatmentContext.class,
            AtTimeZoneContext.class,
            IntervalContext.class,
            IntervalFieldContext.class,
            IntervalLiteralContext.class,
            ExtractContext.class);

    private final ParsedSql sql;
    private final Set<TableName> tables;
    private final FunctionRewrites functions = new FunctionRewrites(this);
    private Set<String> ctes = Set.of();

    Translation(ParsedSql sql, Set<TableName> tables) {
        this.sql = sql;
        this.tables = tables;
    }

    String run() {
        return visit(sql.query());
    }

    SqlProblem unsupported(ParserRuleContext at, String what) {
        return sql.problem(at, what + " cannot be answered by the local engine as Athena would; use --engine athena");
    }

    @Override
    public String visitChildren(RuleNode node) {
        if (!SAME.contains(node.getClass())) {
            throw unsupported((ParserRuleContext) node, "this (" + described(node) + ")");
        }
        return joined(node);
    }

    private static String described(RuleNode node) {
        String words = node.getClass().getSimpleName().replace("Context", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.toLowerCase(Locale.ROOT);
    }

    private String joined(ParseTree node) {
        List<String> parts = new ArrayList<>(node.getChildCount());
        for (int i = 0; i < node.getChildCount(); i++) {
            String part = visit(node.getChild(i));
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(" ", parts);
    }

    @Override
    public String visitTerminal(TerminalNode node) {
        return node.getSymbol().getType() == Token.EOF ? "" : node.getText();
    }

    String list(List<? extends ParserRuleContext> nodes) {
        return nodes.stream().map(this::visit).collect(Collectors.joining(", "));
    }

    // Queries

    @Override
    public String visitQuery(QueryContext query) {
        Set<String> outer = ctes;
        try {
            return joined(query);
        } finally {
            ctes = outer;
        }
    }

    @Override
    public String visitNamedQuery(NamedQueryContext named) {
        boolean recursive = ((WithContext) named.getParent()).RECURSIVE() != null;
        Set<String> after = new HashSet<>(ctes);
        after.add(Names.lower(named.name));
        if (recursive) {
            ctes = after;
        }
        String text = joined(named);
        ctes = after;
        return text;
    }

    @Override
    public String visitQueryNoWith(QueryNoWithContext query) {
        if (query.TIES() != null) {
            throw unsupported(query.queryTerm(), "FETCH FIRST … WITH TIES");
        }
        return joined(query);
    }

    @Override
    public String visitInlineTable(InlineTableContext values) {
        return "VALUES " + values.expression().stream().map(this::row).collect(Collectors.joining(", "));
    }

    private String row(ExpressionContext row) {
        ParserRuleContext only = Trees.unwrap(row);
        return only instanceof RowConstructorContext fields
                ? "(" + list(fields.expression()) + ")"
                : "(" + visit(row) + ")";
    }

    @Override
    public String visitSelectSingle(SelectSingleContext item) {
        String name = item.identifier() != null ? Names.of(item.identifier()) : implied(item);
        return visit(item.expression()) + " AS " + SqlLiteral.identifier(name);
    }

    /** The name that Trino gives an item without alias: that of its column or field, else of its place. */
    private static String implied(SelectSingleContext item) {
        ParserRuleContext expression = Trees.unwrap(item.expression());
        if (expression instanceof ColumnReferenceContext column) {
            return Names.of(column.identifier());
        }
        if (expression instanceof DereferenceContext field && Trees.isPath(field)) {
            return Names.of(field.fieldName);
        }
        QuerySpecificationContext select = (QuerySpecificationContext) item.getParent();
        return "_col" + select.selectItem().indexOf(item);
    }

    @Override
    public String visitSelectAll(SelectAllContext all) {
        if (all.columnAliases() != null) {
            throw unsupported(all, "aliases on .*");
        }
        return all.primaryExpression() == null ? "*" : visit(all.primaryExpression()) + ".*";
    }

    @Override
    public String visitTableName(TableNameContext table) {
        List<IdentifierContext> name = table.qualifiedName().identifier();
        if (name.size() == 1 && ctes.contains(Names.lower(name.get(0)))) {
            return SqlLiteral.identifier(Names.of(name.get(0)));
        }
        int start = table.getStart().getStartIndex();
        TableReference reference = sql.tables().stream()
                .filter(candidate -> candidate.start() == start)
                .findFirst()
                .orElseThrow();
        if (reference.form() == TableReference.Form.VERSIONED) {
            throw unsupported(table, "FOR … AS OF");
        }
        return reference
                .physical(tables)
                .map(TableName::sql)
                .orElseThrow(() -> sql.problem(table, "there is no table " + reference.written() + " here"));
    }

    @Override
    public String visitUnnest(UnnestContext unnest) {
        return new UnnestForms(this).translate(unnest);
    }

    // Expressions

    @Override
    public String visitUnquotedIdentifier(UnquotedIdentifierContext name) {
        return SqlLiteral.identifier(Names.of(name));
    }

    @Override
    public String visitQuotedIdentifier(QuotedIdentifierContext name) {
        return SqlLiteral.identifier(Names.of(name));
    }

    @Override
    public String visitQualifiedName(QualifiedNameContext name) {
        return name.identifier().stream().map(this::visit).collect(Collectors.joining("."));
    }

    @Override
    public String visitDereference(DereferenceContext field) {
        String base = visit(field.base);
        return (Trees.isPath(field) ? base : "(" + base + ")") + "." + visit(field.fieldName);
    }

    @Override
    public String visitIntegerLiteral(IntegerLiteralContext number) {
        String digits = number.getText().replace("_", "");
        if (!digits.matches("-?[0-9]+")) {
            throw unsupported(number, "a number that is not written in decimal digits");
        }
        return digits;
    }

    @Override
    public String visitUnicodeStringLiteral(UnicodeStringLiteralContext string) {
        throw unsupported(string, "a U&'…' string");
    }

    @Override
    public String visitFunctionCall(FunctionCallContext call) {
        return functions.call(call);
    }

    @Override
    public String visitCast(CastContext cast) {
        String word = cast.TRY_CAST() == null ? "CAST" : "TRY_CAST";
        return word + "(" + visit(cast.expression()) + " AS " + TypeNames.duckDb(this, cast.type()) + ")";
    }

    @Override
    public String visitTypeConstructor(TypeConstructorContext literal) {
        return Literals.typed(this, literal);
    }

    @Override
    public String visitRowConstructor(RowConstructorContext row) {
        return "ROW(" + list(row.expression()) + ")";
    }

    @Override
    public String visitArrayConstructor(ArrayConstructorContext array) {
        return "[" + list(array.expression()) + "]";
    }

    @Override
    public String visitSpecialDateTimeFunction(SpecialDateTimeFunctionContext call) {
        return switch (call.name.getType()) {
            case SqlBaseParser.CURRENT_DATE -> "CAST(now() AS DATE)";
            case SqlBaseParser.CURRENT_TIMESTAMP -> "now()";
            case SqlBaseParser.LOCALTIMESTAMP -> "CAST(now() AS TIMESTAMP)";
            default -> throw unsupported(call, call.getText());
        };
    }

    @Override
    public String visitInterval(IntervalContext interval) {
        if (interval.to != null) {
            throw unsupported(interval, "an interval of several fields");
        }
        return joined(interval);
    }

    @Override
    public String visitTrim(TrimContext trim) {
        String function = trim.trimsSpecification() == null
                ? "trim"
                : switch (trim.trimsSpecification().getText().toUpperCase(Locale.ROOT)) {
                    case "LEADING" -> "ltrim";
                    case "TRAILING" -> "rtrim";
                    default -> "trim";
                };
        String characters = trim.trimChar == null ? "' '" : visit(trim.trimChar);
        return function + "(" + visit(trim.trimSource) + ", " + characters + ")";
    }

    @Override
    public String visitSubstring(SubstringContext substring) {
        return "substr(" + list(substring.valueExpression()) + ")";
    }

    @Override
    public String visitExtract(ExtractContext extract) {
        return "CAST(extract(" + field(extract) + " FROM " + visit(extract.valueExpression()) + ") AS BIGINT)";
    }

    private String field(ExtractContext extract) {
        String field = Names.lower(extract.identifier());
        return switch (field) {
            case "year", "quarter", "month", "week", "day", "hour", "minute", "second" -> field;
            case "day_of_month" -> "day";
            case "day_of_week", "dow" -> "isodow";
            case "day_of_year", "doy" -> "doy";
            default -> throw unsupported(extract, "extract of " + Excerpt.neutral(field));
        };
    }
}
