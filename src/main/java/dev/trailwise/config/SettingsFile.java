package dev.trailwise.config;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Suggestions;
import dev.trailwise.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final String name;
    private final Path base;
    private final Map<Setting<?>, Entry> entries = new LinkedHashMap<>();

    private SettingsFile(String name, Path base) {
        this.name = name;
        this.base = base;
    }

    /**
     * Reads a file.
     *
     * @param name how messages call it
     * @throws Failure when it cannot be read, is not YAML, or has a key or value that is unknown
     */
    static Map<Setting<?>, Entry> read(Path file, String name) {
        try {
            SettingsFile settings = new SettingsFile(name, file.toAbsolutePath().resolveSibling(""));
            settings.document(Yaml.read(Files.readString(file)));
            return settings.entries;
        } catch (Yaml.Malformed malformed) {
            throw new Failure(
                    ExitCode.USAGE,
                    name + ":" + malformed.line() + ": invalid YAML: " + malformed.getMessage(),
                    malformed);
        } catch (IOException unreadable) {
            throw new Failure(
                    ExitCode.USAGE,
                    name + " cannot be read (" + unreadable.getClass().getSimpleName()
                            + "): it must be a UTF-8 text file" + " that you may read",
                    unreadable);
        }
    }

    private void document(Yaml root) {
        if (root instanceof Yaml.Mapping mapping) {
            mapping("", mapping);
        } else if (!isNull(root)) {
            throw wrong(root.line(), "this is not a list of settings; write them as\ntrail: {bucket: my-logs}");
        }
    }

    private void mapping(String section, Yaml.Mapping mapping) {
        for (Yaml.Entry entry : mapping.entries()) {
            String key = entry.key();
            Optional<Setting<?>> setting = setting(section.isEmpty() ? key : section + "." + key);
            if (setting.isPresent()) {
                put(setting.get(), entry.value());
            } else if (section.isEmpty() && sections().contains(key)) {
                section(key, entry.value());
            } else {
                throw wrong(entry.line(), unknown(section, key));
            }
        }
    }

    private void section(String key, Yaml value) {
        if (value instanceof Yaml.Mapping mapping) {
            mapping(key, mapping);
        } else if (!isNull(value)) {
            throw wrong(value.line(), "'" + key + "' has settings of its own: " + String.join(", ", keys(key)));
        }
    }

    private void put(Setting<?> setting, Yaml value) {
        List<Yaml> items =
                value instanceof Yaml.Sequence sequence && setting.list() ? sequence.items() : List.of(value);
        if (items.isEmpty() || isNull(value)) {
            return;
        }
        List<String> texts = items.stream().map(item -> scalar(setting, item)).toList();
        Entry entry = new Entry(texts, name + ":" + value.line(), base);
        Object checked = setting.value(entry);
        if (checked != null && entries.put(setting, entry) != null) {
            throw wrong(value.line(), "'" + setting.name() + "' is set twice in this file");
        }
    }

    private String scalar(Setting<?> setting, Yaml value) {
        if (value instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            return scalar.text();
        }
        throw wrong(value.line(), setting.name() + " takes a value for example " + setting.example());
    }

    private static boolean isNull(Yaml value) {
        return value instanceof Yaml.Scalar scalar && scalar.isNull();
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

    /** The keys allowed in a section, or at the top. */
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
        String meant = Suggestions.hint(key, keys(section));
        return "unknown setting '" + key + "'" + where + (meant.isEmpty() ? "; " + known : meant + " (" + known + ")");
    }

    private Failure wrong(int line, String message) {
        return new Failure(ExitCode.USAGE, name + ":" + line + ": " + message);
    }
}
