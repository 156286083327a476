package dev.trailwise.sql;

import dev.trailwise.sql.NameScope.Column;
import dev.trailwise.sql.Type.Simple;
import io.trino.grammar.sql.SqlBaseBaseVisitor;
import io.trino.grammar.sql.SqlBaseParser;
import io.trino.grammar.sql.SqlBaseParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;

/** Expressions, each with its type. What has no method here is refused. */
final class Expressions extends SqlBaseBaseVisitor<Expr> {
    private static final Set<Class<?>> LEVELS = Set.of(
            ExpressionContext.class,
            ValueExpressionDefaultContext.class,
            NumericLiteralContext.class,
            BooleanLiteralContext.class);

    private final Translation translation;
    private final NameScope scope;
    private final Ctes ctes;

    Expressions(Translation translation, NameScope scope, Ctes ctes) {
        this.translation = translation;
        this.scope = scope;
        this.ctes = ctes;
    }

    Translation translation() {
        return translation;
    }

    NameScope scope() {
        return scope;
    }

    Expr of(ParserRuleContext expression) {
        return visit(expression);
    }

    /** An expression that must be true or false. */
    String condition(ParserRuleContext expression) {
        return as(expression, of(expression), Simple.BOOLEAN).sql();
    }

    /** The value as a type that it can become without a word. */
    Expr as(ParserRuleContext at, Expr value, Type type) {
        return value.as(type)
                .orElseThrow(() -> translation.wrong(at, "this is " + value.type() + ", where " + type + " is needed"));
    }

    /** The same place inside a lambda with these parameters. */
    Expressions inside(List<Column> parameters) {
        return new Expressions(translation, new NameScope(parameters, scope), ctes);
    }

    Relations relations() {
        return new Relations(translation, scope, ctes);
    }

    /** The same place with the columns of a nested FROM. */
    Expressions over(List<Column> columns) {
        return inside(columns);
    }

    @Override
    public Expr visitChildren(RuleNode node) {
        if (LEVELS.contains(node.getClass()) && node.getChildCount() == 1) {
            return visit(node.getChild(0));
        }
        throw translation.unknown((ParserRuleContext) node);
    }

    // Names

    @Override
    public Expr visitColumnReference(ColumnReferenceContext column) {
        return only(column, scope.find(List.of(), Names.of(column.identifier())))
                .orElseThrow(() -> unknownColumn(column, Names.of(column.identifier())));
    }

    private Optional<Expr> only(ParserRuleContext at, List<Column> found) {
        if (found.size() > 1) {
            throw translation.wrong(
                    at, "the column " + Excerpt.neutral(at.getText()) + " is ambiguous; put a table before it");
        }
        return found.stream().findFirst().map(Column::value);
    }

    private SqlProblem unknownColumn(ParserRuleContext at, String name) {
        if (name.startsWith("$")) {
            return translation.unsupported(at, "the hidden column " + Excerpt.neutral(name));
        }
        String hint =
                scope.nearest(name).map(near -> "; did you mean " + near + "?").orElse("");
        return translation.wrong(at, "there is no column " + Excerpt.neutral(name) + " here" + hint);
    }

    /** As in Trino, a path is first tried as a column with its table, then as a field of a shorter path. */
    @Override
    public Expr visitDereference(DereferenceContext dereference) {
        List<String> path = Trees.path(dereference);
        if (!path.isEmpty()) {
            List<String> qualifier = path.subList(0, path.size() - 1);
            Optional<Expr> column = only(dereference, scope.find(qualifier, path.get(path.size() - 1)));
            if (column.isPresent()) {
                return column.get();
            }
        }
        String name = Names.of(dereference.fieldName);
        if (dereference.base instanceof ColumnReferenceContext table
                && scope.find(List.of(), Names.of(table.identifier())).isEmpty()
                && !scope.all(path.subList(0, 1)).isEmpty()) {
            throw unknownColumn(dereference.fieldName, name);
        }
        Expr base = of(dereference.base);
        if (!(base.type() instanceof Type.Row row)) {
            throw translation.wrong(
                    dereference.fieldName,
                    Excerpt.neutral(dereference.base.getText()) + " is " + base.type() + ", which has no field "
                            + Excerpt.neutral(name));
        }
        return row.field(name)
                .map(field -> field(base, field))
                .orElseThrow(() -> translation.wrong(
                        dereference.fieldName,
                        "there is no field " + Excerpt.neutral(name) + " in "
                                + Excerpt.neutral(dereference.base.getText())));
    }

    static Expr field(Expr row, Type.Field field) {
        return Expr.of(row.sql() + "." + SqlLiteral.identifier(field.name()), field.type());
    }

    @Override
    public Expr visitParenthesizedExpression(ParenthesizedExpressionContext inner) {
        return of(inner.expression());
    }

    // Logic and comparison

    @Override
    public Expr visitLogicalNot(LogicalNotContext not) {
        return bool("(NOT " + condition(not.booleanExpression()) + ")");
    }

    @Override
    public Expr visitAnd(AndContext and) {
        return bool("(" + condition(and.booleanExpression(0)) + " AND " + condition(and.booleanExpression(1)) + ")");
    }

    @Override
    public Expr visitOr(OrContext or) {
        return bool("(" + condition(or.booleanExpression(0)) + " OR " + condition(or.booleanExpression(1)) + ")");
    }

    @Override
    public Expr visitPredicated(PredicatedContext predicated) {
        Expr value = of(predicated.valueExpression);
        return predicated.predicate() == null
                ? value
                : new Predicates(this).translate(predicated.predicate(), predicated.valueExpression, value);
    }

    static Expr bool(String sql) {
        return Expr.of(sql, Simple.BOOLEAN);
    }

    /** A nested query that can use the names of this place. */
    Output query(QueryContext query) {
        return new QueryTranslation(translation, scope, ctes).query(query, false);
    }

    @Override
    public Expr visitSubqueryExpression(SubqueryExpressionContext subquery) {
        Output output = query(subquery.query());
        if (output.columns().size() != 1) {
            throw translation.wrong(
                    subquery,
                    "a subquery that stands for a value has one column, not "
                            + output.columns().size());
        }
        return Expr.of("(" + output.sql() + ")", output.columns().get(0).type());
    }

    @Override
    public Expr visitExists(ExistsContext exists) {
        return new UnnestExists(this)
                .translate(exists.query())
                .orElseGet(() -> bool("EXISTS (" + query(exists.query()).sql() + ")"));
    }

    // Choice

    @Override
    public Expr visitSearchedCase(SearchedCaseContext searched) {
        List<String> conditions = searched.whenClause().stream()
                .map(when -> condition(when.condition))
                .toList();
        return choice(searched, "", conditions, searched.whenClause(), searched.elseExpression);
    }

    @Override
    public Expr visitSimpleCase(SimpleCaseContext simple) {
        Expr operand = of(simple.operand);
        List<String> values = new ArrayList<>();
        for (WhenClauseContext when : simple.whenClause()) {
            Expr value = of(when.condition);
            comparable(when.condition, operand, value, "=");
            values.add(value.sql());
        }
        return choice(simple, operand.sql() + " ", values, simple.whenClause(), simple.elseExpression);
    }

    private Expr choice(
            ParserRuleContext at,
            String operand,
            List<String> conditions,
            List<WhenClauseContext> whens,
            ExpressionContext otherwise) {
        List<ParserRuleContext> places =
                new ArrayList<>(whens.stream().map(when -> when.result).toList());
        if (otherwise != null) {
            places.add(otherwise);
        }
        List<Expr> results = unified(at, places.stream().map(this::of).toList());
        StringBuilder sql = new StringBuilder("(CASE " + operand);
        for (int i = 0; i < whens.size(); i++) {
            sql.append("WHEN ")
                    .append(conditions.get(i))
                    .append(" THEN ")
                    .append(results.get(i).sql())
                    .append(' ');
        }
        if (otherwise != null) {
            sql.append("ELSE ").append(results.get(whens.size()).sql()).append(' ');
        }
        return Expr.of(sql + "END)", results.get(0).type());
    }

    /** The values as the smallest type that all become. */
    List<Expr> unified(ParserRuleContext at, List<Expr> values) {
        Type type = Simple.UNKNOWN;
        for (Expr value : values) {
            Type before = type;
            type = Coercion.common(type, value.type())
                    .orElseThrow(() -> translation.wrong(
                            at, "these values are of different types: " + before + " and " + value.type()));
        }
        Type common = type;
        return values.stream().map(value -> value.as(common).orElseThrow()).toList();
    }

    /** Refuses to compare what Trino does not compare, such as text with a number. */
    void comparable(ParserRuleContext at, Expr left, Expr right, String operator) {
        if (Coercion.common(left.type(), right.type()).isEmpty()) {
            throw translation.wrong(
                    at,
                    "cannot compare " + left.type() + " " + operator + " " + right.type()
                            + advice(left.type(), right.type()));
        }
    }

    private static String advice(Type left, Type right) {
        if (left == Simple.VARCHAR
                && (right == Simple.TIMESTAMP || right == Simple.TIMESTAMP_TZ || right == Simple.DATE)) {
            return "; eventtime is text: write from_iso8601_timestamp(eventtime), or compare it with '2026-11-01T00:00:00Z'";
        }
        if (left == Simple.VARCHAR && right == Simple.BOOLEAN) {
            return "; the column is text: compare it with 'true' or 'false'";
        }
        return left == Simple.VARCHAR && right.numeric() ? "; write the number in quotes, or CAST one side" : "";
    }

    // Arithmetic and text

    @Override
    public Expr visitArithmeticUnary(ArithmeticUnaryContext unary) {
        return Arithmetic.unary(this, unary);
    }

    @Override
    public Expr visitArithmeticBinary(ArithmeticBinaryContext binary) {
        return Arithmetic.binary(this, binary);
    }

    @Override
    public Expr visitConcatenation(ConcatenationContext concatenation) {
        Expr left = of(concatenation.left);
        Expr right = of(concatenation.right);
        if (left.type() instanceof Type.Array array) {
            boolean element = !(right.type() instanceof Type.Array) && !right.isNull();
            return element
                    ? Expr.of(
                            "list_append(" + left.sql() + ", "
                                    + as(concatenation.right, right, array.element())
                                            .sql() + ")",
                            array)
                    : Expr.of(
                            "(" + left.sql() + " || "
                                    + as(concatenation.right, right, array).sql() + ")",
                            array);
        }
        if (right.type() instanceof Type.Array array) {
            return Expr.of(
                    "list_prepend("
                            + as(concatenation.left, left, array.element()).sql() + ", " + right.sql() + ")",
                    array);
        }
        Type type = left.type() == Simple.VARBINARY ? Simple.VARBINARY : Simple.VARCHAR;
        return Expr.of(
                "(" + text(concatenation.left, left, type) + " || " + text(concatenation.right, right, type) + ")",
                type);
    }

    private String text(ParserRuleContext at, Expr value, Type type) {
        if (value.type() != type && !value.isNull()) {
            throw translation.wrong(at, "|| joins text, and this is " + value.type() + "; write CAST(… AS varchar)");
        }
        return as(at, value, type).sql();
    }

    @Override
    public Expr visitAtTimeZone(AtTimeZoneContext at) {
        return Zones.at(this, at);
    }

    // Literals and constructors

    @Override
    public Expr visitNullLiteral(NullLiteralContext literal) {
        return Expr.of("NULL", Simple.UNKNOWN);
    }

    @Override
    public Expr visitBooleanValue(BooleanValueContext literal) {
        return bool(literal.getText().toUpperCase(Locale.ROOT));
    }

    @Override
    public Expr visitStringLiteral(StringLiteralContext literal) {
        return Literals.string(this, literal.string());
    }

    @Override
    public Expr visitIntegerLiteral(IntegerLiteralContext literal) {
        return Literals.integer(this, literal);
    }

    @Override
    public Expr visitDecimalLiteral(DecimalLiteralContext literal) {
        return Literals.decimal(this, literal.getText(), literal);
    }

    @Override
    public Expr visitDoubleLiteral(DoubleLiteralContext literal) {
        return Expr.of("CAST('" + literal.getText() + "' AS DOUBLE)", Simple.DOUBLE);
    }

    @Override
    public Expr visitTypeConstructor(TypeConstructorContext literal) {
        return Literals.typed(this, literal);
    }

    @Override
    public Expr visitIntervalLiteral(IntervalLiteralContext literal) {
        return Literals.interval(this, literal.interval());
    }

    @Override
    public Expr visitRowConstructor(RowConstructorContext row) {
        List<Expr> values = row.expression().stream().map(this::of).toList();
        Type type = new Type.Row(
                values.stream().map(value -> new Type.Field("", value.type())).toList());
        return Expr.of("row(" + sql(values) + ")", type);
    }

    @Override
    public Expr visitArrayConstructor(ArrayConstructorContext array) {
        List<Expr> values =
                unified(array, array.expression().stream().map(this::of).toList());
        Type element = values.isEmpty() ? Simple.UNKNOWN : values.get(0).type();
        return Expr.of("[" + sql(values) + "]", new Type.Array(element));
    }

    static String sql(List<Expr> values) {
        return values.stream().map(Expr::sql).collect(Collectors.joining(", "));
    }

    @Override
    public Expr visitSubscript(SubscriptContext subscript) {
        return Subscripts.translate(this, subscript);
    }

    // Functions with a grammar of their own

    @Override
    public Expr visitFunctionCall(FunctionCallContext call) {
        return new FunctionCalls(this).call(call);
    }

    @Override
    public Expr visitListagg(ListaggContext listagg) {
        return new Aggregates(this).listagg(listagg);
    }

    @Override
    public Expr visitCast(CastContext cast) {
        Type type = Types.read(translation, cast.type());
        return Casts.cast(this, cast, of(cast.expression()), type, cast.TRY_CAST() != null);
    }

    @Override
    public Expr visitSpecialDateTimeFunction(SpecialDateTimeFunctionContext call) {
        return switch (call.name.getType()) {
            case SqlBaseParser.CURRENT_DATE -> Expr.of("CAST(now() AS DATE)", Simple.DATE);
            case SqlBaseParser.CURRENT_TIMESTAMP -> Expr.of("date_trunc('millisecond', now())", Simple.TIMESTAMP_TZ);
            case SqlBaseParser.LOCALTIMESTAMP ->
                Expr.of("date_trunc('millisecond', CAST(now() AS TIMESTAMP))", Simple.TIMESTAMP);
            default -> throw translation.unsupported(call, call.getText());
        };
    }

    @Override
    public Expr visitTrim(TrimContext trim) {
        String sides = trim.trimsSpecification() == null
                ? "BOTH"
                : trim.trimsSpecification().getText().toUpperCase(Locale.ROOT);
        String function = sides.equals("LEADING") ? "ltrim" : sides.equals("TRAILING") ? "rtrim" : "trim";
        Expr source = as(trim.trimSource, of(trim.trimSource), Simple.VARCHAR);
        String characters = trim.trimChar == null
                ? Literals.WHITESPACE
                : as(trim.trimChar, of(trim.trimChar), Simple.VARCHAR).sql();
        return Expr.of(function + "(" + source.sql() + ", " + characters + ")", Simple.VARCHAR);
    }

    @Override
    public Expr visitSubstring(SubstringContext substring) {
        return new FunctionCalls(this).call(substring, "substr", substring.valueExpression());
    }

    @Override
    public Expr visitPosition(PositionContext position) {
        return new FunctionCalls(this)
                .call(position, "strpos", List.of(position.valueExpression(1), position.valueExpression(0)));
    }

    @Override
    public Expr visitExtract(ExtractContext extract) {
        return new FunctionCalls(this)
                .call(extract, Names.lower(extract.identifier()), List.of(extract.valueExpression()));
    }

    @Override
    public Expr visitGroupingOperation(GroupingOperationContext grouping) {
        List<String> columns = new ArrayList<>();
        for (QualifiedNameContext name : grouping.qualifiedName()) {
            List<String> path = name.identifier().stream().map(Names::lower).toList();
            List<Column> found = scope.find(path.subList(0, path.size() - 1), path.get(path.size() - 1));
            columns.add(only(name, found)
                    .orElseThrow(() -> unknownColumn(name, name.getText()))
                    .sql());
        }
        return Expr.of("CAST(grouping(" + String.join(", ", columns) + ") AS BIGINT)", Simple.BIGINT);
    }

    @Override
    public Expr visitLambda(LambdaContext lambda) {
        throw translation.wrong(lambda, "a lambda can only be an argument of a function that takes one");
    }
}
