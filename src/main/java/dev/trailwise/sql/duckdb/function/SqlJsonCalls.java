package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.translation.TryExpressions;
import dev.trailwise.sql.duckdb.value.Casts;
import dev.trailwise.sql.duckdb.value.Literals;
import dev.trailwise.sql.duckdb.value.Types;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Decimal;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.jsonpath.Path;
import dev.trailwise.sql.jsonpath.PathProblem;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.JsonExistsContext;
import io.trino.grammar.sql.SqlBaseParser.JsonExistsErrorBehaviorContext;
import io.trino.grammar.sql.SqlBaseParser.JsonPathInvocationContext;
import io.trino.grammar.sql.SqlBaseParser.JsonQueryBehaviorContext;
import io.trino.grammar.sql.SqlBaseParser.JsonQueryContext;
import io.trino.grammar.sql.SqlBaseParser.JsonValueBehaviorContext;
import io.trino.grammar.sql.SqlBaseParser.JsonValueContext;
import io.trino.grammar.sql.SqlBaseParser.TypeContext;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** json_exists, json_value and json_query, whose paths are literals. */
public final class SqlJsonCalls {
    private static final String TEXTS =
            "transform(CAST(json_extract(?,'$')ASarray(json)),j->coalesce(json_extract_scalar(j,'$'),nullif(json_format(j),'null')))";

    private final Expressions expressions;
    private final Translation translation;

    public SqlJsonCalls(Expressions expressions) {
        this.expressions = expressions;
        this.translation = expressions.translation();
    }

    public Expr exists(JsonExistsContext call) {
        Invocation invocation = invocation(call.jsonPathInvocation());
        String onError = call.jsonExistsErrorBehavior() == null
                ? "FALSE"
                : call.jsonExistsErrorBehavior().getText().toUpperCase(Locale.ROOT);
        return Expr.of(invocation.call("json_exists", onError), Simple.BOOLEAN);
    }

    public Expr value(JsonValueContext call) {
        Invocation invocation = invocation(call.jsonPathInvocation());
        Type type = call.type() == null ? Simple.VARCHAR : Types.read(translation, call.type());
        String name = call.type() == null ? "varchar" : returned(call.type(), type);
        String onEmpty = behavior(call.emptyBehavior);
        String onError = behavior(call.errorBehavior);
        String value = invocation.call("json_value", name, onEmpty, onError);
        String typed = type == Simple.VARCHAR ? value : "CAST(" + value + " AS " + type.duckDb() + ")";
        if (isDefault(call.emptyBehavior) || isDefault(call.errorBehavior)) {
            String state = invocation.call("json_value_state", name);
            typed = "(CASE " + state + when("empty", call.emptyBehavior, type, name)
                    + when("error", call.errorBehavior, type, name) + " ELSE " + typed + " END)";
        }
        return Expr.of(typed, type);
    }

    /** The name of a type that json_value can return, with the length of a varchar. */
    private String returned(TypeContext written, Type type) {
        if (type == Simple.VARCHAR) {
            OptionalInt length = Types.length(written);
            return length.isPresent() ? "varchar(" + length.getAsInt() + ")" : "varchar";
        }
        if (type instanceof Decimal || type.numeric() || type == Simple.BOOLEAN) {
            return type.toString();
        }
        if (type.moment()) {
            throw translation.unsupported(written, "json_value RETURNING " + type);
        }
        throw translation.wrong(written, "json_value does not return " + type);
    }

    private static boolean isDefault(@Nullable JsonValueBehaviorContext behavior) {
        return behavior != null && behavior.DEFAULT() != null;
    }

    private static String behavior(@Nullable JsonValueBehaviorContext behavior) {
        return behavior != null && behavior.ERROR() != null ? "ERROR" : "NULL";
    }

    private String when(String state, @Nullable JsonValueBehaviorContext behavior, Type type, String name) {
        if (behavior == null || !isDefault(behavior)) {
            return "";
        }
        Expr value = expressions.of(behavior.expression());
        if (name.startsWith("varchar(")) {
            throw translation.unsupported(behavior, "DEFAULT with RETURNING " + name);
        }
        if (TryExpressions.isFallible(value.sql()) && !isLiteral(behavior.expression())) {
            throw translation.unsupported(behavior, "DEFAULT with an expression that can fail");
        }
        return " WHEN '" + state + "' THEN "
                + expressions.as(behavior.expression(), value, type).sql();
    }

    private static boolean isLiteral(ParserRuleContext expression) {
        return ParseTrees.unwrap(expression).getText().matches("(?i)[+-]?[0-9.]+(e[+-]?[0-9]+)?|'.*'");
    }

    public Expr query(JsonQueryContext call) {
        Invocation invocation = invocation(call.jsonPathInvocation());
        if (call.type() != null && Types.read(translation, call.type()) != Simple.VARCHAR) {
            throw Types.read(translation, call.type()) == Simple.VARBINARY
                    ? translation.unsupported(call.type(), "json_query RETURNING varbinary")
                    : translation.wrong(call.type(), "json_query returns varchar");
        }
        if (call.FORMAT() != null && call.jsonRepresentation().ENCODING() != null) {
            throw translation.unsupported(call.jsonRepresentation(), "an encoding of JSON");
        }
        String value = invocation.call(
                "json_query", wrapper(call), behavior(call.emptyBehavior), behavior(call.errorBehavior));
        Expr text = Expr.of(value, Simple.VARCHAR);
        return call.type() != null && Types.length(call.type()).isPresent()
                ? Casts.limited(text, text, Types.length(call.type()).getAsInt(), false)
                : text;
    }

    /**
     * The texts at a path, where a call is {@code transform(CAST(json_extract(json_query(x, path WITH ARRAY WRAPPER), '$') AS
     * array(json)), j -> coalesce(json_extract_scalar(j, '$'), nullif(json_format(j), 'null')))}, as Sigma rules are written:
     * one function in the place of many.
     */
    Optional<Expr> texts(FunctionCallContext call) {
        String query = ParseTrees.find(call, JsonQueryContext.class)
                .map(JsonQueryContext::getText)
                .orElse("");
        boolean matches = !query.isEmpty()
                && query.toUpperCase(Locale.ROOT).endsWith("WITHARRAYWRAPPER)")
                && call.getText().equals(TEXTS.replace("?", query));
        return matches
                ? ParseTrees.find(call, JsonQueryContext.class)
                        .map(at -> invocation(at.jsonPathInvocation()))
                        .map(invocation -> Expr.of(
                                "CAST(CAST(" + JavaCalls.tolerant("json_texts", invocation.json(), invocation.path())
                                        + " AS JSON) AS VARCHAR[])",
                                new Type.Array(Simple.VARCHAR)))
                : Optional.empty();
    }

    private String wrapper(JsonQueryContext call) {
        boolean wraps = call.jsonQueryWrapperBehavior() != null
                && call.jsonQueryWrapperBehavior().WITH() != null;
        if (wraps && call.QUOTES() != null) {
            throw translation.wrong(call, "KEEP or OMIT QUOTES cannot be combined with WITH WRAPPER");
        }
        if (wraps) {
            return call.jsonQueryWrapperBehavior().CONDITIONAL() != null ? "CONDITIONAL" : "UNCONDITIONAL";
        }
        return call.OMIT() != null ? "OMIT QUOTES" : "";
    }

    private static String behavior(@Nullable JsonQueryBehaviorContext behavior) {
        if (behavior == null || behavior.NULL() != null) {
            return "NULL";
        }
        return behavior.ERROR() != null ? "ERROR" : behavior.OBJECT() != null ? "EMPTY OBJECT" : "EMPTY ARRAY";
    }

    /** The JSON text and the path, in DuckDB's SQL. */
    private record Invocation(String json, String path) {
        String call(String function, String... more) {
            String[] arguments = new String[more.length + 2];
            arguments[0] = json;
            arguments[1] = path;
            for (int i = 0; i < more.length; i++) {
                arguments[i + 2] = SqlLiteral.text(more[i]);
            }
            return JavaCalls.checked(function, arguments);
        }
    }

    private Invocation invocation(JsonPathInvocationContext invocation) {
        if (expressions.tries().isPresent() && failing(invocation.getParent())) {
            throw translation.unsupported(
                    invocation.getParent(), "ERROR ON ERROR inside TRY, which does not catch it,");
        }
        if (invocation.PASSING() != null) {
            throw translation.unsupported(invocation.jsonArgument(0), "PASSING");
        }
        if (invocation.pathName != null) {
            throw translation.unsupported(invocation.pathName, "a name for a JSON path");
        }
        var input = invocation.jsonValueExpression();
        if (input.FORMAT() != null && input.jsonRepresentation().ENCODING() != null) {
            throw translation.unsupported(input.jsonRepresentation(), "an encoding of JSON");
        }
        Expr json = expressions.of(input.expression());
        if (json.type() == Simple.VARBINARY) {
            throw translation.unsupported(input, "JSON in a varbinary");
        }
        if (json.type() != Simple.VARCHAR) {
            throw translation.wrong(
                    input,
                    "this is " + json.type() + ", where varchar is needed"
                            + (json.type() == Simple.JSON ? ": leave out json_parse, or write json_format(…)" : ""));
        }
        return new Invocation(json.sql(), SqlLiteral.text(path(invocation)));
    }

    /** Whether a call says ERROR ON EMPTY or ERROR ON ERROR. */
    private static boolean failing(ParserRuleContext call) {
        return ParseTrees.all(call, JsonValueBehaviorContext.class).stream().anyMatch(one -> one.ERROR() != null)
                || ParseTrees.all(call, JsonQueryBehaviorContext.class).stream().anyMatch(one -> one.ERROR() != null)
                || ParseTrees.all(call, JsonExistsErrorBehaviorContext.class).stream()
                        .anyMatch(one -> one.ERROR() != null);
    }

    private String path(JsonPathInvocationContext invocation) {
        String path = Literals.text(expressions, invocation.path);
        try {
            Path.parse(path);
            return path;
        } catch (PathProblem problem) {
            int offset = Literals.offset(invocation.path, problem.offset());
            String what = Excerpt.neutral(problem.problem());
            throw problem.isMistake() ? translation.wrong(offset, what) : translation.unsupported(offset, what);
        }
    }
}
