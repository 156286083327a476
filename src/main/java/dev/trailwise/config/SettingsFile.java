package dev.trailwise.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads one {@code trailwise.yaml}. Values stay the text that was written, so an account id keeps its leading zeros,
 * and each knows its line.
 */
final class SettingsFile {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String name;
    private final Path base;
    private final YAMLParser parser;
    private final Map<Setting<?>, Entry> entries = new LinkedHashMap<>();

    private SettingsFile(String name, Path base, YAMLParser parser) {
        this.name = name;
        this.base = base;
        this.parser = parser;
    }

    /**
     * Reads a file.
     *
     * @param name how messages call it
     * @throws Failure when it cannot be read, is not YAML, or has a key or value that is unknown
     */
    static Map<Setting<?>, Entry> read(Path file, String name) {
        try {
            return parse(Files.readString(file), name, file.toAbsolutePath().resolveSibling(""));
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            String reason = malformed.getOriginalMessage().lines().findFirst().orElse("");
            throw new Failure(ExitCode.USAGE, name + ":" + line + ": this is not YAML: " + reason, malformed);
        } catch (IOException unreadable) {
            throw new Failure(
                    ExitCode.USAGE,
                    name + " cannot be read (" + unreadable.getClass().getSimpleName()
                            + "): it must be a UTF-8 text file" + " that you may read",
                    unreadable);
        }
    }

    private static Map<Setting<?>, Entry> parse(String text, String name, Path base) throws IOException {
        try (YAMLParser parser = YAML.createParser(text)) {
            SettingsFile file = new SettingsFile(name, base, parser);
            file.document();
            return file.entries;
        }
    }

    private void document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            throw wrong("this is not a list of settings; write them as\ntrail: {bucket: my-logs}");
        }
        mapping("");
        if (parser.nextToken() != null) {
            throw wrong("there is a second YAML document; a settings file has one");
        }
    }

    private void mapping(String section) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            String full = section.isEmpty() ? key : section + "." + key;
            Failure unknown = wrong(unknown(section, key));
            JsonToken token = parser.nextToken();
            Optional<Setting<?>> setting = setting(full);
            if (setting.isPresent()) {
                put(setting.get(), token);
            } else if (section.isEmpty() && sections().contains(key)) {
                section(key, token);
            } else {
                throw unknown;
            }
        }
    }

    private void section(String key, JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            mapping(key);
        } else if (token != JsonToken.VALUE_NULL) {
            throw wrong("'" + key + "' has settings of its own: " + String.join(", ", keys(key)));
        }
    }

    private void put(Setting<?> setting, JsonToken token) throws IOException {
        String origin = name + ":" + line();
        List<String> texts = new ArrayList<>();
        if (token == JsonToken.START_ARRAY && setting.list()) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                texts.add(scalar(setting));
            }
        } else if (token != JsonToken.VALUE_NULL) {
            texts.add(scalar(setting));
        }
        if (texts.isEmpty()) {
            return;
        }
        Entry entry = new Entry(texts, origin, base);
        Object checked = setting.value(entry);
        if (checked != null && entries.put(setting, entry) != null) {
            throw wrong("'" + setting.name() + "' is set twice in this file");
        }
    }

    private String scalar(Setting<?> setting) throws IOException {
        JsonToken token = parser.currentToken();
        if (parser.isCurrentAlias() || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw wrong(setting.name() + " takes a value for example " + setting.example());
        }
        return parser.getText();
    }

    private static Optional<Setting<?>> setting(String name) {
        return SettingKeys.ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    private static List<String> sections() {
        return SettingKeys.ALL.stream()
                .map(Setting::section)
                .filter(section -> !section.isEmpty())
                .distinct()
                .toList();
    }

    /** The keys that may stand in a section, or at the top. */
    private static List<String> keys(String section) {
        return SettingKeys.ALL.stream()
                .filter(setting -> section.isEmpty() || setting.section().equals(section))
                .map(setting -> section.isEmpty() && !setting.section().isEmpty() ? setting.section() : setting.key())
                .distinct()
                .toList();
    }

    private static String unknown(String section, String key) {
        String where = section.isEmpty() ? "" : " in '" + section + "'";
        String known = keys(section).stream().collect(Collectors.joining(", ", "known are: ", ""));
        String meant = Nearest.hint(key, keys(section));
        return "unknown setting '" + key + "'" + where + (meant.isEmpty() ? "; " + known : meant + " (" + known + ")");
    }

    private Failure wrong(String message) {
        return new Failure(ExitCode.USAGE, name + ":" + line() + ": " + message);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
