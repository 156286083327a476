package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.JavaCalls;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.value.Json;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.scalar.InvalidValue;
import dev.trailwise.sql.scalar.JsonPaths;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlLiteral;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import org.antlr.v4.runtime.ParserRuleContext;

/** Functions of JSON and their paths. */
final class JsonFunctions {
    private final Translation translation;

    JsonFunctions(Expressions expressions) {
        this.translation = expressions.translation();
    }

    /** Refuses a literal that is no path, where it stands. As in Trino, TRY around the literal is no help. */
    private void checkPath(ParserRuleContext argument) {
        ParserRuleContext at = ParseTrees.unwrap(argument);
        while (at instanceof FunctionCallContext call
                && call.qualifiedName().getText().equalsIgnoreCase("try")
                && call.expression().size() == 1) {
            at = ParseTrees.unwrap(call.expression(0));
        }
        ParserRuleContext literal = at;
        ParseTrees.string(literal).ifPresent(path -> {
            try {
                JsonPaths.steps(path);
            } catch (InvalidValue invalid) {
                throw translation.wrong(
                        literal,
                        "invalid JSON path " + Excerpt.neutral(SqlLiteral.text(path))
                                + "; a name with other characters than letters, digits and _ is written '$[\"x-y\"]'");
            }
        });
    }

    String json(Call call, String name) {
        if (!name.equals("json_array_length") && !name.equals("json_array_contains")) {
            checkPath(call.places().get(1));
        }
        String json =
                call.arguments().get(0).type() == Simple.JSON ? "CAST(" + call.sql(0) + " AS VARCHAR)" : call.sql(0);
        return switch (name) {
            case "json_extract_scalar" ->
                Json.scalar(
                        json,
                        call.sql(1),
                        ParseTrees.string(call.places().get(1))
                                .flatMap(JsonPath::duckDb)
                                .map(SqlLiteral::text));
            case "json_extract" -> "CAST(" + JavaCalls.checked(name, json, call.sql(1)) + " AS JSON)";
            default -> JavaCalls.checked(name, json, call.sql(1));
        };
    }
}
