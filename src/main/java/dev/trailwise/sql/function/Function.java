package dev.trailwise.sql.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One form of a function of Trino, and how DuckDB answers it.
 *
 * @param name its name, lower case
 * @param kind whether it works on a value, a group or a window
 * @param parameters the types of its arguments
 * @param optional how many of the last may be left out
 * @param variadic whether the last may be repeated
 * @param result the type of its value
 * @param support how it is answered
 * @param body DuckDB's name for it, the expression, or why it is not answered
 * @param note a difference that remains, or nothing
 */
public record Function(
        String name,
        Kind kind,
        List<TypePattern> parameters,
        int optional,
        boolean variadic,
        TypePattern result,
        Support support,
        String body,
        Optional<String> note) {

    /** What it works on. */
    public enum Kind {
        SCALAR,
        AGGREGATE,
        WINDOW
    }

    /** How DuckDB answers it. */
    public enum Support {
        NATIVE,
        EXPRESSION,
        REWRITTEN,
        UNSUPPORTED
    }

    /** Whether it takes that many arguments. */
    public boolean takes(int arguments) {
        return arguments >= parameters.size() - optional && (variadic || arguments <= parameters.size());
    }

    public TypePattern parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    /** What the letters stand for when the arguments fit; an absent argument is a lambda, whose type comes later. */
    public Optional<Map<String, Type>> fit(List<Optional<Type>> arguments) {
        Map<String, Type> letters = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean lambda = parameter(i).function();
            if (arguments.get(i).isEmpty() != lambda) {
                return Optional.empty();
            }
            if (!lambda && !parameter(i).matches(arguments.get(i).get(), letters)) {
                return Optional.empty();
            }
        }
        return Optional.of(letters);
    }

    /** Whether the arguments have these types already. */
    public boolean exact(List<Optional<Type>> arguments, Map<String, Type> letters) {
        for (int i = 0; i < arguments.size(); i++) {
            TypePattern parameter = parameter(i);
            if (!parameter.function()
                    && !arguments.get(i).filter(parameter.type(letters)::equals).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Whether no exact number among the arguments becomes a floating point number. */
    public boolean keepsExact(List<Optional<Type>> arguments, Map<String, Type> letters) {
        for (int i = 0; i < arguments.size(); i++) {
            boolean exact =
                    arguments.get(i).isPresent() && !arguments.get(i).get().hasFloating();
            if (exact && parameter(i).type(letters).hasFloating()) {
                return false;
            }
        }
        return true;
    }

    /** As the documentation shows it: {@code lower(varchar) → varchar}. */
    public String signature() {
        return name + "("
                + String.join(
                        ", ", parameters.stream().map(TypePattern::toString).toList()) + (variadic ? "…" : "") + ")";
    }
}
