package dev.trailwise.sql.duckdb.expression;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.function.Aggregates;
import dev.trailwise.sql.duckdb.function.FunctionCalls;
import dev.trailwise.sql.duckdb.function.SqlJsonCalls;
import dev.trailwise.sql.duckdb.function.SyntaxCalls;
import dev.trailwise.sql.duckdb.translation.Ctes;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.NameScope;
import dev.trailwise.sql.duckdb.translation.NameScope.Column;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.ResolvedName;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.translation.TryExpressions;
import dev.trailwise.sql.duckdb.value.Arithmetic;
import dev.trailwise.sql.duckdb.value.Casts;
import dev.trailwise.sql.duckdb.value.Literals;
import dev.trailwise.sql.duckdb.value.Offsets;
import dev.trailwise.sql.duckdb.value.TypeChecks;
import dev.trailwise.sql.duckdb.value.Types;
import dev.trailwise.sql.duckdb.value.Zones;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import io.trino.grammar.sql.SqlBaseBaseVisitor;
import io.trino.grammar.sql.SqlBaseParser.*;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;

/** Expressions, each with its type. What has no method here is refused. */
public final class ExpressionTranslation extends SqlBaseBaseVisitor<Expr> implements Expressions {
    private static final Set<Class<?>> LEVELS = Set.of(
            ExpressionContext.class,
            ValueExpressionDefaultContext.class,
            NumericLiteralContext.class,
            BooleanLiteralContext.class);

    private final Translation translation;
    private final NameScope scope;
    private final Ctes ctes;
    private final Optional<TryExpressions> tries;
    private final List<String> grouped;

    public ExpressionTranslation(Translation translation, NameScope scope, Ctes ctes) {
        this(translation, scope, ctes, List.of());
    }

    /** @param grouped the expressions of GROUP BY, in DuckDB's words, as far as they are not columns */
    public ExpressionTranslation(Translation translation, NameScope scope, Ctes ctes, List<String> grouped) {
        this(translation, scope, ctes, Optional.empty(), grouped);
    }

    private ExpressionTranslation(
            Translation translation, NameScope scope, Ctes ctes, Optional<TryExpressions> tries, List<String> grouped) {
        this.translation = translation;
        this.scope = scope;
        this.ctes = ctes;
        this.tries = tries;
        this.grouped = grouped;
    }

    @Override
    public Expressions trying(TryExpressions inner) {
        return new ExpressionTranslation(translation, scope, ctes, Optional.of(inner), grouped);
    }

    @Override
    public Optional<TryExpressions> tries() {
        return tries;
    }

    @Override
    public Translation translation() {
        return translation;
    }

    @Override
    public NameScope scope() {
        return scope;
    }

    @Override
    public Expr of(ParserRuleContext expression) {
        return Offsets.settled(withOffset(expression));
    }

    @Override
    public Expr withOffset(ParserRuleContext expression) {
        if (tries.isPresent() && !grouped.isEmpty()) {
            Expr outside = tries.get().outside().of(expression);
            if (grouped.contains(outside.sql())) {
                return tries.get().take(outside);
            }
        }
        Expr value = visit(expression);
        Expr settled = Offsets.settled(value);
        return grouped.contains(settled.sql()) ? settled : value;
    }

    @Override
    public Expressions inside(List<Column> parameters) {
        tries.ifPresent(around -> parameters.forEach(parameter -> around.keep(parameter.value())));
        return new ExpressionTranslation(translation, new NameScope(parameters, scope), ctes, tries, List.of());
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
        return used(column);
    }

    @Override
    public Expr visitDereference(DereferenceContext path) {
        return used(path);
    }

    private Expr used(ParserRuleContext name) {
        ResolvedName resolved = new ColumnNames(this).find(name).orElseThrow();
        translation.use(resolved.origin());
        return tries.map(around -> around.take(resolved.value())).orElse(resolved.value());
    }

    @Override
    public ResolvedName passed(ParserRuleContext expression) {
        return new ColumnNames(this).find(expression).orElseGet(() -> ResolvedName.of(of(expression)));
    }

    @Override
    public Expr visitParenthesizedExpression(ParenthesizedExpressionContext inner) {
        return withOffset(inner.expression());
    }

    // Logic and comparison

    @Override
    public Expr visitLogicalNot(LogicalNotContext not) {
        return Expr.bool("(NOT " + condition(not.booleanExpression()) + ")");
    }

    @Override
    public Expr visitAnd(AndContext and) {
        return Expr.bool(
                "(" + condition(and.booleanExpression(0)) + " AND " + condition(and.booleanExpression(1)) + ")");
    }

    @Override
    public Expr visitOr(OrContext or) {
        return Expr.bool("(" + condition(or.booleanExpression(0)) + " OR " + condition(or.booleanExpression(1)) + ")");
    }

    @Override
    public Expr visitPredicated(PredicatedContext predicated) {
        if (tries.isPresent()
                && predicated.predicate() != null
                && ParseTrees.contains(predicated.predicate(), QueryContext.class)) {
            return tries.get().take(tries.get().outside().of(predicated));
        }
        Expr value = withOffset(predicated.valueExpression);
        return predicated.predicate() == null
                ? value
                : new Predicates(this).translate(predicated.predicate(), predicated.valueExpression, value);
    }

    @Override
    public Output query(QueryContext query) {
        return translation.nested(query, scope, ctes);
    }

    @Override
    public Expr visitSubqueryExpression(SubqueryExpressionContext subquery) {
        if (tries.isPresent()) {
            return tries.get().take(tries.get().outside().of(subquery));
        }
        Output output = query(subquery.query());
        if (output.columns().size() != 1) {
            throw translation.wrong(
                    subquery,
                    "a scalar subquery must return one column, not "
                            + output.columns().size());
        }
        return Expr.of("(" + output.sql() + ")", output.columns().get(0).type());
    }

    @Override
    public Expr visitExists(ExistsContext exists) {
        if (tries.isPresent()) {
            return tries.get().take(tries.get().outside().of(exists));
        }
        return new UnnestPredicates(this)
                .exists(exists.query())
                .orElseGet(() -> Expr.bool("EXISTS (" + query(exists.query()).sql() + ")"));
    }

    // Choice

    @Override
    public Expr visitSearchedCase(SearchedCaseContext searched) {
        return new CaseExpressions(this).searched(searched);
    }

    @Override
    public Expr visitSimpleCase(SimpleCaseContext simple) {
        return new CaseExpressions(this).simple(simple);
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
        return new Concatenations(this).of(concatenation);
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
        return Expr.bool(literal.getText().toUpperCase(Locale.ROOT));
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
    public Expr visitBinaryLiteral(BinaryLiteralContext literal) {
        return Literals.binary(this, literal);
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
    public Expr visitInterval(IntervalContext literal) {
        return Literals.interval(this, literal);
    }

    @Override
    public Expr visitRowConstructor(RowConstructorContext row) {
        List<Expr> values = row.expression().stream().map(this::of).toList();
        Type type = new Type.Row(
                values.stream().map(value -> new Type.Field("", value.type())).toList());
        return Expr.of("row(" + Expr.list(values) + ")", type);
    }

    @Override
    public Expr visitArrayConstructor(ArrayConstructorContext array) {
        List<Expr> values = new TypeChecks(translation)
                .unified(array, array.expression().stream().map(this::of).toList());
        Type element = values.isEmpty() ? Simple.UNKNOWN : values.get(0).type();
        return Expr.of("[" + Expr.list(values) + "]", new Type.Array(element));
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
        if (tries.isPresent()) {
            return tries.get().take(tries.get().outside().of(listagg));
        }
        return new Aggregates(this).listagg(listagg);
    }

    @Override
    public Expr visitCast(CastContext cast) {
        Type type = Types.read(translation, cast.type());
        Expr value = withOffset(cast.expression());
        boolean isoText = ParseTrees.columnName(cast.expression())
                .filter("eventtime"::equals)
                .isPresent();
        if (isoText && type.moment() && value.type() == Simple.VARCHAR && cast.TRY_CAST() == null) {
            throw translation.wrong(
                    cast,
                    "eventtime is ISO 8601 text, which CAST does not take; write from_iso8601_timestamp(eventtime)");
        }
        Expr changed = Casts.cast(this, cast, value, type, cast.TRY_CAST() != null);
        return Types.length(cast.type()).isPresent()
                ? Casts.limited(value, changed, Types.length(cast.type()).getAsInt(), cast.TRY_CAST() != null)
                : changed;
    }

    @Override
    public Expr visitSpecialDateTimeFunction(SpecialDateTimeFunctionContext call) {
        return new SyntaxCalls(this).now(call);
    }

    @Override
    public Expr visitTrim(TrimContext trim) {
        return new SyntaxCalls(this).trim(trim);
    }

    @Override
    public Expr visitJsonExists(JsonExistsContext call) {
        return new SqlJsonCalls(this).exists(call);
    }

    @Override
    public Expr visitJsonValue(JsonValueContext call) {
        return new SqlJsonCalls(this).value(call);
    }

    @Override
    public Expr visitJsonQuery(JsonQueryContext call) {
        return new SqlJsonCalls(this).query(call);
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
        String field = Names.lower(extract.identifier());
        Type type = of(extract.valueExpression()).type();
        if (field.startsWith("timezone_") && (type == Type.Simple.TIMESTAMP || type == Type.Simple.DATE)) {
            throw translation.wrong(extract, "cannot extract " + field + " from " + type + ", which has no time zone");
        }
        return new FunctionCalls(this).call(extract, field, List.of(extract.valueExpression()));
    }

    @Override
    public Expr visitGroupingOperation(GroupingOperationContext grouping) {
        if (tries.isPresent()) {
            return tries.get().take(tries.get().outside().of(grouping));
        }
        return new ColumnNames(this).grouping(grouping.qualifiedName());
    }

    @Override
    public Expr visitLambda(LambdaContext lambda) {
        throw translation.wrong(lambda, "a lambda can only be an argument of a function that takes one");
    }
}
