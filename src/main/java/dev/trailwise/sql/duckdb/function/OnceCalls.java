package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.LambdaContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Lambdas that are called once, without using their argument: {@code flatten(transform(ARRAY[0], once -> x))} is x, and so is
 * {@code any_match(ARRAY[0], once -> x)}. Trino compiles a lambda to a method of its own, and a method of Java has at most 64
 * kB; hunts of many rules are written so.
 */
final class OnceCalls {
    private static final String ONE = "ARRAY[0]";

    private OnceCalls() {}

    /** The expression that such a call is. */
    static Optional<ParserRuleContext> body(FunctionCallContext call, String name) {
        return switch (name) {
            case "any_match" -> ofLambda(call);
            case "flatten" ->
                call.expression().size() == 1
                                && ParseTrees.unwrap(call.expression(0)) instanceof FunctionCallContext inner
                                && inner.qualifiedName().getText().equals("transform")
                        ? ofLambda(inner)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<ParserRuleContext> ofLambda(FunctionCallContext call) {
        boolean once = call.expression().size() == 2
                && call.expression(0).getText().equals(ONE)
                && ParseTrees.unwrap(call.expression(1)) instanceof LambdaContext lambda
                && lambda.identifier().size() == 1
                && lambda.identifier(0).getText().equals("once")
                && !lambda.expression().getText().matches("(?is).*\\bonce\\b.*");
        return once
                ? Optional.of(((LambdaContext) ParseTrees.unwrap(call.expression(1))).expression())
                : Optional.empty();
    }
}
