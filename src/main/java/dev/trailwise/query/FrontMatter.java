package dev.trailwise.query;

import static dev.trailwise.query.FrontMatterReader.line;

import dev.trailwise.query.detection.Detection;
import dev.trailwise.query.detection.Level;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file of a saved query, and finds everything that is wrong with its front matter, not just the first. */
final class FrontMatter {
    private static final Pattern FILE =
            Pattern.compile("/\\*---[ \\t]*\\n(.*?)\\n?---\\*/[ \\t]*\\n?(.*)", Pattern.DOTALL);
    private static final Pattern TECHNIQUE = Pattern.compile("T[0-9]{4}(\\.[0-9]{3})?");
    private static final List<String> KEYS =
            List.of("title", "description", "parameters", "mitre", "kind", "level", "false_positives", "chart");
    private static final String DETECTION = "detection";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final QueryFile file;
    private final FrontMatterReader reader;

    private FrontMatter(QueryFile file, List<Problem> problems) {
        this.file = file;
        this.reader = new FrontMatterReader(file.label(), problems);
    }

    /**
     * Reads a file's text.
     *
     * @param problems takes what is wrong
     * @return nothing when there is no front matter at all; else a query, not to be used when problems were found
     */
    static Optional<SavedQuery> read(QueryFile file, String contents, List<Problem> problems) {
        return new FrontMatter(file, problems).read(normalized(contents));
    }

    /** The text with line feeds alone and without a byte order mark. */
    static String normalized(String contents) {
        String text = contents.replace("\r\n", "\n");
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private Optional<SavedQuery> read(String text) {
        Matcher matcher = FILE.matcher(text);
        if (!matcher.matches()) {
            reader.report(
                    1,
                    "a saved query begins with its front matter:\n  /*---\n  title: What it answers\n  ---*/\n  SELECT …");
            return Optional.empty();
        }
        long linesAbove = text.substring(0, matcher.start(2))
                .chars()
                .filter(c -> c == '\n')
                .count();
        SqlSource sql = new SqlSource(file.label(), matcher.group(2), 1 + (int) linesAbove);
        try {
            return query(Yaml.read(matcher.group(1)), sql);
        } catch (Yaml.Malformed e) {
            reader.report(e.line() + 1, "invalid YAML in the front matter: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<SavedQuery> query(Yaml root, SqlSource sql) {
        if (!(root instanceof Yaml.Mapping matter)) {
            reader.report(line(root), "the front matter has keys, for example title: What it answers");
            return Optional.empty();
        }
        reader.checkKeys(matter, KEYS);
        String title = reader.text(matter, "title");
        if (title.isEmpty()) {
            reader.report(line(matter), "no title; say in a line what the query answers: title: What it answers");
        }
        if (sql.text().isBlank()) {
            reader.report(sql.firstLine(), "no SQL below the front matter");
        }
        List<Parameter> parameters = matter.get("parameters")
                .map(value -> ParameterReader.read(value, reader))
                .orElse(List.of());
        List<String> mitre = matter.get("mitre").map(this::techniques).orElse(List.of());
        return Optional.of(new SavedQuery(
                file.name(),
                file.topic(),
                title,
                reader.text(matter, "description"),
                parameters,
                mitre,
                detection(matter),
                reader.flag(matter, "chart"),
                sql));
    }

    private Optional<Detection> detection(Yaml.Mapping matter) {
        String kind = reader.text(matter, "kind");
        String level = reader.text(matter, "level");
        if (kind.isEmpty()) {
            matter.get("level").ifPresent(value -> reader.report(line(value), "a level needs kind: detection"));
            return Optional.empty();
        }
        if (!kind.equals(DETECTION)) {
            reader.report(
                    line(matter.get("kind").orElse(matter)), "unknown kind '" + kind + "'; the only kind is detection");
        }
        Optional<Level> known = Level.named(level);
        if (known.isEmpty()) {
            reader.report(
                    line(matter.get("level").orElse(matter)),
                    "a detection needs a level: " + String.join(", ", Level.names())
                            + (level.isEmpty() ? "" : "; not '" + level + "'"));
        }
        return known.map(value -> new Detection(value, reader.text(matter, "false_positives")));
    }

    private List<String> techniques(Yaml value) {
        List<Yaml> items = value instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value);
        List<String> techniques = new ArrayList<>();
        for (Yaml item : items) {
            String technique = reader.scalar("mitre", item);
            if (TECHNIQUE.matcher(technique).matches()) {
                techniques.add(technique);
            } else {
                reader.report(
                        line(item),
                        "not a MITRE ATT&CK technique: '" + technique + "'; they look like T1078 or T1078.004");
            }
        }
        return techniques;
    }
}
