package dev.trailwise.query;

import dev.trailwise.query.detection.Detection;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.scan.Lint;
import dev.trailwise.sql.scan.Lints;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.trail.TimeText;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A question that is asked often: SQL in a file, below a front matter that says what it is for and what it needs.
 *
 * @param name what it is called, the file's name without {@code .sql}; unique in a library
 * @param topic the folder that it is in
 * @param title what it answers, in one line
 * @param description more about the answer, how to read it and what it leaves out; may be empty
 * @param parameters its parameters, in the order of the file
 * @param mitre the ATT&amp;CK techniques that it finds traces of, such as {@code T1078.004}
 * @param detection what its rows are findings of; nothing for a query that only shows
 * @param chart whether a chart of its rows says more than the rows
 * @param sql the SQL with its placeholders, and where it stands
 */
public record SavedQuery(
        String name,
        String topic,
        String title,
        String description,
        List<Parameter> parameters,
        List<String> mitre,
        Optional<Detection> detection,
        boolean chart,
        SqlSource sql) {
    public SavedQuery {
        parameters = List.copyOf(parameters);
        mitre = List.copyOf(mitre);
    }

    /** The arguments that try the query: a good value for each required parameter, as {@code key=value}. */
    public List<String> exampleArguments() {
        return parameters.stream()
                .filter(Parameter::required)
                .map(parameter -> parameter.name() + "=" + parameter.goodValue())
                .toList();
    }

    /**
     * The SQL with values in the places of its parameters.
     *
     * @param arguments {@code key=value}; for a list several values with commas between, or the key again
     * @param clock what a time such as {@code 7d} is counted back from
     * @throws dev.trailwise.failure.Failure that names every argument that is wrong or missing, and all that the query takes
     */
    public SqlText bind(List<String> arguments, Clock clock) {
        return Binding.bind(this, arguments, new TimeText(clock));
    }

    /** What the query does that its author may not mean, in the order of the file; nothing of one that is wrong. */
    public List<Lint> lints() {
        return SavedQueryCheck.problems(this).isEmpty()
                ? Lints.of(AthenaSql.parse(Binding.bind(this, exampleArguments(), Binding.ANY_TIME)))
                : List.of();
    }

    /** Whether it finds traces of the ATT&amp;CK technique, or of a sub-technique of it. */
    public boolean hasTechnique(String technique) {
        String wanted = technique.toUpperCase(Locale.ROOT);
        return mitre.stream().anyMatch(own -> own.equals(wanted) || own.startsWith(wanted + "."));
    }

    /** The names of the parameters that have to be given. */
    public String needs() {
        return parameters.stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .collect(Collectors.joining(" "));
    }

    /** What the query takes, a line for each parameter. */
    public String takes() {
        if (parameters.isEmpty()) {
            return name + " takes no parameters";
        }
        int width = parameters.stream().mapToInt(p -> p.name().length()).max().orElse(0);
        return parameters.stream()
                .map(parameter -> "  " + padded(parameter.name(), width) + "  " + explained(parameter))
                .collect(Collectors.joining("\n", name + " takes:\n", ""));
    }

    private static String explained(Parameter parameter) {
        String kind = parameter.list()
                ? parameter.type() + "s, comma-separated"
                : parameter.type().toString();
        String presence = parameter.required()
                ? ""
                : parameter.fallback().map(value -> ", default " + value).orElse(", optional");
        String help = parameter.help().isEmpty() ? "" : ": " + parameter.help();
        return kind + presence + help + "; for example " + parameter.name() + "=" + parameter.goodValue();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
