package dev.trailwise.sql.scalar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of values. NULL for any argument gives NULL.
 *
 * @param parameters what its arguments are
 * @param result what its value is
 * @param body computes it
 */
public record ScalarFunction(List<Kind> parameters, Kind result, Body body) {
    /** The end of the name of the twin that fails where the function without it gives NULL. */
    public static final String CHECKED = "_checked";

    public ScalarFunction {
        parameters = List.copyOf(parameters);
    }

    /** What computes a value. */
    @FunctionalInterface
    public interface Body {
        /**
         * Computes it.
         *
         * @param arguments the arguments, none of them null
         * @throws InvalidValue when Trino fails too
         */
        @Nullable
        Object apply(Object[] arguments);
    }

    /** The value, or NULL where the function fails. */
    public @Nullable Object value(Object[] arguments) {
        try {
            return body.apply(arguments);
        } catch (InvalidValue invalid) {
            if (invalid.isFatal()) {
                throw invalid;
            }
            return null;
        }
    }
}
