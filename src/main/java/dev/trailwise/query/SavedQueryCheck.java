package dev.trailwise.query;

import dev.trailwise.failure.Suggestions;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.Placeholders;
import dev.trailwise.sql.Placeholders.Placeholder;
import dev.trailwise.sql.text.Position;
import dev.trailwise.sql.text.SqlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what is wrong between a saved query's SQL and its parameters, without running it. */
final class SavedQueryCheck {
    private static final Pattern ESCAPES =
            Pattern.compile("\\s*\\)?\\s*ESCAPE\\s+'\\\\'.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final SavedQuery query;
    private final List<Problem> problems = new ArrayList<>();

    private SavedQueryCheck(SavedQuery query) {
        this.query = query;
    }

    /** Everything that is wrong, in no order. */
    static List<Problem> problems(SavedQuery query) {
        SavedQueryCheck check = new SavedQueryCheck(query);
        check.placeholders();
        check.parses();
        return check.problems;
    }

    /** The problem of a placeholder that the front matter does not declare. */
    static Problem undeclared(SavedQuery query, Placeholder placeholder) {
        List<String> names = query.parameters().stream().map(Parameter::name).toList();
        return at(
                query,
                placeholder,
                "the front matter declares no parameter '" + placeholder.name() + "'"
                        + Suggestions.hint(placeholder.name(), names));
    }

    private void placeholders() {
        List<Placeholder> found = Placeholders.find(query.sql().text());
        Set<String> used = found.stream().map(Placeholder::name).collect(Collectors.toSet());
        for (Parameter parameter : query.parameters()) {
            if (!used.contains(parameter.name())) {
                problems.add(new Problem(
                        query.sql().name(),
                        query.sql().firstLine(),
                        0,
                        "parameter " + parameter.name() + " is declared, but the SQL has no :" + parameter.name()));
            }
        }
        for (Placeholder placeholder : found) {
            query.parameters().stream()
                    .filter(parameter -> parameter.name().equals(placeholder.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            parameter -> use(parameter, placeholder),
                            () -> problems.add(undeclared(query, placeholder)));
        }
    }

    private void use(Parameter parameter, Placeholder placeholder) {
        String sql = query.sql().text();
        String before = sql.substring(0, placeholder.start()).stripTrailing();
        String after = sql.substring(placeholder.end());
        String around = before.substring(Math.max(0, before.length() - 1))
                + after.stripLeading().substring(0, after.isBlank() ? 0 : 1);
        if (parameter.list() && !around.equals("()") && !around.equals("[]")) {
            problems.add(at(
                    query,
                    placeholder,
                    "a list stands alone in parentheses or brackets: IN (:" + parameter.name() + ") or ARRAY[:"
                            + parameter.name() + "]"));
        }
        boolean compared = !after.stripLeading().regionMatches(true, 0, "IS ", 0, 3);
        if (parameter.type() == ParameterType.PATTERN
                && compared
                && !ESCAPES.matcher(after).matches()) {
            problems.add(at(query, placeholder, "a pattern is used as LIKE :" + parameter.name() + " ESCAPE '\\'"));
        }
    }

    /** Parsed with a value in every place, then with as many absent as may be. */
    private void parses() {
        if (!problems.isEmpty()) {
            return;
        }
        List<String> all = query.parameters().stream()
                .map(parameter -> parameter.name() + "=" + parameter.goodValue())
                .toList();
        try {
            AthenaSql.parse(Binding.bind(query, all, Binding.ANY_TIME));
            AthenaSql.parse(Binding.bind(query, query.exampleArguments(), Binding.ANY_TIME));
        } catch (SqlProblem e) {
            Position position = e.position();
            problems.add(new Problem(query.sql().name(), position.line(), position.column(), e.problem()));
        }
    }

    private static Problem at(SavedQuery query, Placeholder placeholder, String message) {
        Position position = query.sql().position(placeholder.start());
        return new Problem(query.sql().name(), position.line(), position.column(), message);
    }
}
