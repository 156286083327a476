package dev.trailwise.query;

import dev.trailwise.failure.Nearest;
import dev.trailwise.sql.SqlSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file of a saved query, and finds everything that is wrong with its front matter, not just the first. */
final class FrontMatter {
    private static final Pattern FILE =
            Pattern.compile("/\\*---[ \\t]*\\n(.*?)\\n?---\\*/[ \\t]*\\n?(.*)", Pattern.DOTALL);
    private static final Pattern TECHNIQUE = Pattern.compile("T[0-9]{4}(\\.[0-9]{3})?");
    private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9_]*");
    private static final List<String> KEYS = List.of("title", "description", "parameters", "mitre");
    private static final List<String> PARAMETER_KEYS =
            List.of("type", "help", "example", "default", "optional", "list");

    private final String file;
    private final List<Problem> problems;

    private FrontMatter(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a file's text.
     *
     * @param file what to call the file in a problem
     * @param problems takes what is wrong
     * @return nothing when there is no front matter at all; else a query, not to be used when problems were found
     */
    static Optional<SavedQuery> read(String name, String topic, String file, String text, List<Problem> problems) {
        Matcher matcher = FILE.matcher(text.replace("\r\n", "\n"));
        FrontMatter reader = new FrontMatter(file, problems);
        if (!matcher.matches()) {
            reader.report(
                    1,
                    "a saved query begins with its front matter:\n  /*---\n  title: What it answers\n  ---*/\n  SELECT …");
            return Optional.empty();
        }
        String sql = matcher.group(2);
        int firstLine = 1
                + (int) text.replace("\r\n", "\n")
                        .substring(0, matcher.start(2))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        try {
            return reader.query(name, topic, Yaml.read(matcher.group(1)), new SqlSource(file, sql, firstLine));
        } catch (Yaml.Malformed e) {
            reader.report(e.line() + 1, "the front matter is not YAML: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<SavedQuery> query(String name, String topic, Yaml root, SqlSource sql) {
        if (!(root instanceof Yaml.Mapping matter)) {
            report(line(root), "the front matter has keys, such as title: What it answers");
            return Optional.empty();
        }
        checkKeys(matter, KEYS);
        String title = matter.get("title").map(value -> scalar("title", value)).orElse("");
        if (title.isBlank()) {
            report(line(matter), "no title; say in a line what the query answers: title: What it answers");
        }
        if (sql.text().isBlank()) {
            report(sql.firstLine(), "no SQL below the front matter");
        }
        String description = matter.get("description")
                .map(value -> scalar("description", value))
                .orElse("");
        List<Parameter> parameters =
                matter.get("parameters").map(this::parameters).orElse(List.of());
        List<String> mitre = matter.get("mitre").map(this::techniques).orElse(List.of());
        return Optional.of(new SavedQuery(name, topic, title.strip(), description.strip(), parameters, mitre, sql));
    }

    private List<Parameter> parameters(Yaml value) {
        if (!(value instanceof Yaml.Mapping mapping)) {
            report(
                    line(value),
                    "parameters are a mapping, such as\n  parameters:\n    user: {type: principal, example: alice}");
            return List.of();
        }
        checkTwice(mapping);
        List<Parameter> parameters = new ArrayList<>();
        for (Yaml.Entry entry : mapping.entries()) {
            if (!PARAMETER.matcher(entry.key()).matches()) {
                report(
                        entry.line() + 1,
                        "not a parameter's name: '" + entry.key()
                                + "'; use lower case letters, digits and underscores, such as access_key");
            } else if (entry.value() instanceof Yaml.Mapping properties) {
                parameter(entry, properties).ifPresent(parameters::add);
            } else {
                report(
                        entry.line() + 1,
                        "parameter " + entry.key() + " has no type; write " + entry.key()
                                + ": {type: string, example: …}");
            }
        }
        return parameters;
    }

    private Optional<Parameter> parameter(Yaml.Entry entry, Yaml.Mapping properties) {
        checkKeys(properties, PARAMETER_KEYS);
        Optional<ParameterType> type = properties.get("type").flatMap(this::type);
        if (properties.get("type").isEmpty()) {
            report(entry.line() + 1, "parameter " + entry.key() + " has no type; types are " + ParameterType.names());
        }
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Parameter parameter = new Parameter(
                entry.key(),
                type.get(),
                flag(properties, "list"),
                flag(properties, "optional"),
                value(properties, "default"),
                value(properties, "example"),
                properties.get("help").map(help -> scalar("help", help)).orElse(""));
        check(parameter, entry.line() + 1, properties);
        return Optional.of(parameter);
    }

    private void check(Parameter parameter, int line, Yaml.Mapping properties) {
        if (parameter.optional() && parameter.fallback().isPresent()) {
            report(line, "parameter " + parameter.name() + " has a default, so it cannot be optional too");
        }
        if (parameter.required() && parameter.example().isEmpty()) {
            report(
                    line,
                    "parameter " + parameter.name()
                            + " is required, so it needs an example: a value to try the query with");
        }
        for (String key : List.of("default", "example")) {
            value(properties, key)
                    .ifPresent(text -> Binding.problem(parameter, text)
                            .ifPresent(message -> report(
                                    properties.get(key).map(FrontMatter::line).orElse(line),
                                    "the " + key + " of parameter " + parameter.name() + ": " + message)));
        }
    }

    private Optional<ParameterType> type(Yaml value) {
        String name = scalar("type", value);
        Optional<ParameterType> type = ParameterType.of(name);
        if (type.isEmpty()) {
            report(
                    line(value),
                    "no type is called '" + name + "'" + Nearest.hint(name, ParameterType.nameList()) + "; types are "
                            + ParameterType.names());
        }
        return type;
    }

    private boolean flag(Yaml.Mapping properties, String key) {
        Optional<Yaml> value = properties.get(key);
        String text = value.map(flag -> scalar(key, flag)).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            report(value.map(FrontMatter::line).orElse(1), key + " is true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    /** A value as a user would write it; a sequence becomes a comma-separated list. */
    private Optional<String> value(Yaml.Mapping properties, String key) {
        return properties
                .get(key)
                .map(value -> value instanceof Yaml.Sequence sequence
                        ? ListText.join(sequence.items().stream()
                                .map(item -> scalar(key, item))
                                .toList())
                        : scalar(key, value));
    }

    private List<String> techniques(Yaml value) {
        List<Yaml> items = value instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value);
        List<String> techniques = new ArrayList<>();
        for (Yaml item : items) {
            String technique = scalar("mitre", item);
            if (TECHNIQUE.matcher(technique).matches()) {
                techniques.add(technique);
            } else {
                report(
                        line(item),
                        "not a MITRE ATT&CK technique: '" + technique + "'; they look like T1078 or T1078.004");
            }
        }
        return techniques;
    }

    private String scalar(String key, Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        report(line(value), key + " is one value, not several");
        return "";
    }

    private void checkKeys(Yaml.Mapping mapping, List<String> known) {
        checkTwice(mapping);
        for (Yaml.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                report(
                        entry.line() + 1,
                        "unknown key '" + entry.key() + "'" + Nearest.hint(entry.key(), known) + "; keys here are "
                                + String.join(", ", known));
            }
        }
    }

    private void checkTwice(Yaml.Mapping mapping) {
        Set<String> seen = new HashSet<>();
        for (Yaml.Entry entry : mapping.entries()) {
            if (!seen.add(entry.key())) {
                report(entry.line() + 1, "'" + entry.key() + "' stands here twice");
            }
        }
    }

    /** The line in the file: the front matter begins on the second. */
    private static int line(Yaml value) {
        return value.line() + 1;
    }

    private void report(int line, String message) {
        problems.add(new Problem(file, line, 0, message));
    }
}
