package dev.trailwise.query;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Suggestions;
import dev.trailwise.sql.Placeholders;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.trail.TimeText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the values that a user gives in the places of a query's parameters, as literals. */
final class Binding {
    /** When a value is only checked, any time will do for {@code 7d} ago. */
    static final TimeText ANY_TIME = new TimeText(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

    private final SavedQuery query;
    private final TimeText times;
    private final List<String> problems = new ArrayList<>();

    private Binding(SavedQuery query, TimeText times) {
        this.query = query;
        this.times = times;
    }

    /** @throws Failure that names every argument that is wrong or missing, and what the query takes */
    static SqlText bind(SavedQuery query, List<String> arguments, TimeText times) {
        return new Binding(query, times).bind(arguments);
    }

    /** What is wrong with a value, if anything. */
    static Optional<String> problem(Parameter parameter, String text) {
        try {
            literal(parameter, List.of(text), ANY_TIME);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The literal that shows what a parameter is: its default, NULL where it may be left out, else a good value. */
    static String sample(Parameter parameter) {
        if (parameter.optional() && parameter.fallback().isEmpty()) {
            return parameter.type().nullLiteral();
        }
        return literal(parameter, List.of(parameter.fallback().orElseGet(parameter::goodValue)), ANY_TIME);
    }

    private SqlText bind(List<String> arguments) {
        Map<String, List<String>> given = given(arguments);
        Map<String, String> literals = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters()) {
            literals.put(parameter.name(), literal(parameter, given.getOrDefault(parameter.name(), List.of())));
        }
        if (!problems.isEmpty()) {
            throw new Failure(ExitCode.USAGE, String.join("\n", problems) + "\n" + query.takes());
        }
        return Placeholders.replace(SqlText.of(query.sql()), placeholder -> {
            String literal = literals.get(placeholder.name());
            if (literal == null) {
                throw Problem.failure(List.of(SavedQueryCheck.undeclared(query, placeholder)));
            }
            return literal;
        });
    }

    private Map<String, List<String>> given(List<String> arguments) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String key = equals < 0 ? argument : argument.substring(0, equals);
            Optional<Parameter> parameter = query.parameters().stream()
                    .filter(p -> p.name().equals(key))
                    .findFirst();
            if (equals < 0) {
                problems.add("not key=value: '" + argument + "'");
            } else if (parameter.isEmpty()) {
                problems.add(unknown(key));
            } else if (given.containsKey(key) && !parameter.get().list()) {
                problems.add(key + " is given twice, but takes one value");
            } else {
                given.computeIfAbsent(key, k -> new ArrayList<>()).add(argument.substring(equals + 1));
            }
        }
        return given;
    }

    private String unknown(String key) {
        List<String> names = query.parameters().stream().map(Parameter::name).toList();
        return "query " + query.name() + " has no parameter '" + key + "'" + Suggestions.hint(key, names);
    }

    private String literal(Parameter parameter, List<String> given) {
        List<String> values =
                given.isEmpty() ? parameter.fallback().map(List::of).orElse(List.of()) : given;
        if (values.isEmpty()) {
            if (parameter.required()) {
                problems.add("query " + query.name() + " needs " + parameter.name());
            }
            return parameter.type().nullLiteral();
        }
        try {
            return literal(parameter, values, times);
        } catch (IllegalArgumentException e) {
            problems.add(parameter.name() + ": " + e.getMessage());
            return SqlLiteral.NULL;
        }
    }

    private static String literal(Parameter parameter, List<String> values, TimeText times) {
        if (!parameter.list()) {
            return literal(parameter, values.get(0), times);
        }
        return SqlLiteral.list(values.stream()
                .flatMap(value -> ListText.split(value).stream())
                .map(value -> literal(parameter, value.strip(), times))
                .toList());
    }

    private static String literal(Parameter parameter, String value, TimeText times) {
        String literal = parameter.type().literal(value, times);
        parameter.checkRange(value);
        return literal;
    }
}
