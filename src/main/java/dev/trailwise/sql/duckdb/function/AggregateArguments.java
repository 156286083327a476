package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.duckdb.translation.TryExpressions;
import dev.trailwise.sql.function.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** Arguments that DuckDB wants as literals: how many, how far, which part. */
final class AggregateArguments {
    private static final Pattern NOT_NEGATIVE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern PART =
            Pattern.compile("(0|1)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|0?\\.[0-9]+([eE]-?[0-9]+)?");

    private static final Pattern PARTS = Pattern.compile("(?i)ARRAY\\[((" + PART.pattern() + "),?)+]");

    /** Which argument of which function, and what it may be. */
    private static final Map<String, Pattern> LITERALS = Map.of(
            "lag1", NOT_NEGATIVE,
            "lead1", NOT_NEGATIVE,
            "nth_value1", POSITIVE,
            "ntile0", POSITIVE,
            "min1", POSITIVE,
            "max1", POSITIVE,
            "min_by2", POSITIVE,
            "max_by2", POSITIVE,
            "approx_percentile1", PART,
            "approx_distinct1", PART);

    private static final Set<String> GREATEST = Set.of("max", "max_by", "greatest", "array_max");

    private final Translation translation;

    AggregateArguments(Translation translation) {
        this.translation = translation;
    }

    void check(Call call) {
        boolean several = call.arguments().size() == 2
                && (call.function().name().equals("min")
                        || call.function().name().equals("max"));
        if (several && call.arguments().get(0).type().floating()) {
            throw translation.unsupported(call.at(), call.function().name() + " of several floating point numbers");
        }
        boolean severalBy = call.arguments().size() > 2
                && (call.function().name().equals("min_by")
                        || call.function().name().equals("max_by"));
        if (severalBy && isNested(call.arguments().get(0).type())) {
            // Trino loses texts inside of them: max_by(ARRAY['x'], '3', 1) may give [[NULL]].
            throw translation.unsupported(
                    call.at(),
                    call.function().name() + " of several "
                            + call.arguments().get(0).type());
        }
        greatest(translation, call);
        for (int i = 0; i < call.places().size(); i++) {
            Pattern form = LITERALS.get(call.function().name() + i);
            ParserRuleContext at = ParseTrees.unwrap(call.places().get(i));
            boolean many = call.arguments().get(i).type() instanceof Type.Array;
            if (form != null && !(many ? PARTS : form).matcher(at.getText()).matches()) {
                throw translation.unsupported(
                        at, "this argument of " + call.function().name() + ", unless it is a number in its range,");
            }
        }
    }

    private static boolean isNested(Type type) {
        return type instanceof Type.Array || type instanceof Type.MapOf || type instanceof Type.Row;
    }

    /** The arguments of an aggregate where a row that its FILTER drops may fail in them. */
    static Call filtered(Call call, Optional<String> kept) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            boolean guarded = kept.isPresent()
                    && TryExpressions.isFallible(argument.sql())
                    && !LITERALS.containsKey(call.function().name() + i);
            arguments.add(
                    guarded
                            ? Expr.of("(CASE WHEN " + kept.get() + " THEN " + argument.sql() + " END)", argument.type())
                            : argument);
        }
        return new Call(call.at(), call.function(), call.places(), arguments, call.letters(), call.zone());
    }

    /** To Trino NaN is neither the greatest nor the least of numbers, inside arrays and rows too; to DuckDB it is the greatest. */
    static void greatest(Translation translation, Call call) {
        String name = call.function().name();
        if (!GREATEST.contains(name)) {
            return;
        }
        Type type = call.arguments().get(name.equals("max_by") ? 1 : 0).type();
        Type values = name.equals("array_max") && type instanceof Type.Array array ? array.element() : type;
        if (values.hasFloating() && !values.floating()) {
            throw translation.unsupported(call.at(), name + " of " + values + ", which may hold NaN,");
        }
    }
}
