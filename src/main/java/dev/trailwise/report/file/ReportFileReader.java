package dev.trailwise.report.file;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Suggestions;
import dev.trailwise.query.detection.Level;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TimeText;
import dev.trailwise.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the file of a report. */
public final class ReportFileReader {
    private static final List<String> KEYS =
            List.of("title", "notes", "from", "to", "all_time", "accounts", "regions", "parts");
    private static final List<String> KINDS = List.of("overview", "hunt", "query", "sql", "follow");
    private static final List<String> HUNT_KEYS =
            List.of("min_level", "detections", "topics", "mitre", "sigma", "parameters");

    private final Path path;
    private final Fields fields;
    private final Function<String, AccountId> accounts;
    private final TimeText times;

    private ReportFileReader(
            Path path, Path directory, String text, Function<String, AccountId> accounts, Clock clock) {
        this.path = path;
        this.fields = new Fields((path.startsWith(directory) ? directory.relativize(path) : path).toString(), text);
        this.accounts = accounts;
        this.times = new TimeText(clock);
    }

    /**
     * Reads it.
     *
     * @param directory what errors leave out of the file's path
     * @param accounts the account of an id or a name; refuses others by an {@link IllegalArgumentException}
     * @param clock tells what {@code yesterday} means
     * @throws Failure at the place of what is wrong
     */
    public static ReportFile read(Path path, Path directory, Function<String, AccountId> accounts, Clock clock) {
        String text;
        try {
            text = Files.readString(path).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, Sanitizer.text("cannot read " + path + ": " + reason(e)), e);
        }
        ReportFileReader reader = new ReportFileReader(path, directory, text, accounts, clock);
        try {
            return reader.file(Yaml.read(text));
        } catch (Yaml.Malformed e) {
            throw reader.fields.wrong(e.line(), e.column(), "invalid YAML: " + e.getMessage());
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof CharacterCodingException ? "it is not UTF-8 text" : String.valueOf(e.getMessage());
    }

    private ReportFile file(Yaml root) {
        if (!(root instanceof Yaml.Mapping mapping)) {
            throw fields.wrong(root, "a report is a mapping with the keys " + String.join(", ", KEYS));
        }
        fields.checkKeys(mapping, KEYS);
        return new ReportFile(
                fields.text(mapping, "title").orElse(ReportFile.WHOLE_PICTURE.title()),
                fields.text(mapping, "notes").orElse(""),
                scope(mapping),
                parts(mapping));
    }

    private FileScope scope(Yaml.Mapping mapping) {
        boolean allTime = fields.flag(mapping, "all_time");
        Optional<String> from = time(mapping, "from", times::start);
        Optional<String> to = time(mapping, "to", times::end);
        if (allTime && (from.isPresent() || to.isPresent())) {
            throw fields.wrong(mapping.get("all_time").orElse(mapping), "all_time cannot be combined with from or to");
        }
        return new FileScope(
                from,
                to,
                allTime,
                fields.list(mapping, "accounts", accounts),
                fields.list(mapping, "regions", Region::new));
    }

    private Optional<String> time(Yaml.Mapping mapping, String key, Function<String, ?> reader) {
        Optional<String> time = fields.text(mapping, key);
        time.ifPresent(text -> fields.read(mapping.get(key).orElse(mapping), text, reader));
        return time;
    }

    private List<PartSpec> parts(Yaml.Mapping mapping) {
        Optional<Yaml> parts = mapping.get("parts");
        if (parts.isEmpty()) {
            return ReportFile.WHOLE_PICTURE.parts();
        }
        if (!(parts.get() instanceof Yaml.Sequence sequence) || sequence.items().isEmpty()) {
            throw fields.wrong(parts.get(), "parts must be a list; a part is one of " + String.join(", ", KINDS));
        }
        List<PartSpec> read = new ArrayList<>();
        for (Yaml part : sequence.items()) {
            read.add(part(part, read.size() + 1));
        }
        return read;
    }

    private PartSpec part(Yaml part, int number) {
        if (part instanceof Yaml.Scalar scalar) {
            return switch (scalar.text()) {
                case "overview" -> new PartSpec.Overview(Optional.empty());
                case "hunt" -> hunt(Optional.empty(), new Yaml.Mapping(List.of(), part.line(), part.column()));
                default -> throw noPart(part, scalar.text());
            };
        }
        if (!(part instanceof Yaml.Mapping mapping)) {
            throw fields.wrong(part, "a part is one of " + String.join(", ", KINDS));
        }
        List<Yaml.Entry> kinds = mapping.entries().stream()
                .filter(entry -> KINDS.contains(entry.key()))
                .toList();
        if (kinds.size() > 1) {
            Yaml.Entry second = kinds.get(1);
            throw fields.wrong(
                    second.line(),
                    second.column(),
                    "a part is one of " + String.join(", ", KINDS) + "; write " + second.key()
                            + " as a part of its own");
        }
        if (kinds.isEmpty()) {
            String first =
                    mapping.entries().isEmpty() ? "" : mapping.entries().get(0).key();
            throw noPart(part, first);
        }
        return part(mapping, kinds.get(0), number);
    }

    private Failure noPart(Yaml place, String given) {
        return fields.wrong(
                place,
                "'" + given + "' is not a part" + Suggestions.hint(given, KINDS) + "; a part is one of "
                        + String.join(", ", KINDS));
    }

    private PartSpec part(Yaml.Mapping mapping, Yaml.Entry kind, int number) {
        Optional<String> title = fields.text(mapping, "title");
        switch (kind.key()) {
            case "overview" -> {
                fields.checkKeys(mapping, List.of("overview", "title"));
                return new PartSpec.Overview(title);
            }
            case "hunt" -> {
                fields.checkKeys(mapping, List.of("hunt", "title"));
                return hunt(title, kind.value());
            }
            case "query" -> {
                fields.checkKeys(mapping, List.of("query", "parameters", "title"));
                return new PartSpec.Saved(title, required(kind), fields.parameters(mapping));
            }
            case "sql" -> {
                fields.checkKeys(mapping, List.of("sql", "title"));
                return new PartSpec.Sql(
                        title, new SqlSource("<part " + number + " of " + path.getFileName() + ">", required(kind)));
            }
            default -> {
                fields.checkKeys(mapping, List.of("follow", "siblings", "title"));
                return new PartSpec.Follow(title, required(kind).strip(), fields.flag(mapping, "siblings"));
            }
        }
    }

    private String required(Yaml.Entry kind) {
        String value = fields.scalar(kind.key(), kind.value());
        if (value.isBlank()) {
            throw fields.wrong(kind.line(), kind.column(), kind.key() + " has no value");
        }
        return value;
    }

    private PartSpec hunt(Optional<String> title, Yaml value) {
        Yaml.Mapping mapping = value instanceof Yaml.Scalar scalar && scalar.isNull()
                ? new Yaml.Mapping(List.of(), value.line(), value.column())
                : value instanceof Yaml.Mapping given ? given : wrongHunt(value);
        fields.checkKeys(mapping, HUNT_KEYS);
        Level least = fields.text(mapping, "min_level")
                .map(text -> fields.read(mapping.get("min_level").orElse(mapping), text, ReportFileReader::level))
                .orElse(Level.INFORMATIONAL);
        Path folder = path.toAbsolutePath().getParent();
        return new PartSpec.Hunt(
                title,
                fields.list(mapping, "detections", text -> text),
                fields.list(mapping, "topics", text -> text),
                fields.list(mapping, "mitre", text -> text),
                least,
                fields.list(mapping, "sigma", text -> folder == null ? Path.of(text) : folder.resolve(text)),
                fields.parameters(mapping));
    }

    private Yaml.Mapping wrongHunt(Yaml value) {
        throw fields.wrong(value, "hunt takes the keys " + String.join(", ", HUNT_KEYS));
    }

    private static Level level(String text) {
        return Level.named(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown level '" + text + "'; levels are " + String.join(", ", Level.names())));
    }
}
