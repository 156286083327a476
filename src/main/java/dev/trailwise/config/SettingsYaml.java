package dev.trailwise.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes settings as a {@code trailwise.yaml}; read back, it gives the same settings. */
public final class SettingsYaml {
    private static final String WORDS_THAT_YAML_TAKES_FOR_OTHER_THAN_TEXT = "(?i)true|false|yes|no|on|off|y|n|null|~";
    private static final int HELP_COLUMN = 44;

    private SettingsYaml() {}

    /**
     * The file. Defaults are written as comments, to show what can be set.
     *
     * @param defaults the settings of a user who said nothing
     */
    public static String render(Settings settings, Settings defaults) {
        StringBuilder out = new StringBuilder("# Settings of trailwise. Lines that start with # are not set.\n");
        String section = "";
        for (Setting<?> setting : SettingKeys.ALL) {
            if (!setting.section().equals(section) && !setting.section().isEmpty()) {
                out.append(setting.section()).append(":\n");
            }
            section = setting.section();
            out.append(line(setting, settings, defaults)).append('\n');
        }
        return out.toString();
    }

    private static String line(Setting<?> setting, Settings settings, Settings defaults) {
        Optional<List<String>> texts = setting.written().apply(settings);
        boolean set = texts.isPresent() && !texts.equals(setting.written().apply(defaults));
        String value = set ? value(setting, texts.orElseThrow()) : setting.example();
        String line = (setting.section().isEmpty() ? "" : "  ") + (set ? "" : "# ") + setting.key() + ": " + value;
        return line + " ".repeat(Math.max(2, HELP_COLUMN - line.length())) + "# " + setting.help();
    }

    private static String value(Setting<?> setting, List<String> texts) {
        if (texts.equals(List.of(setting.example()))) {
            return setting.example(); // which stands as YAML takes it
        }
        if (setting.example().matches("true|false")) {
            return texts.get(0);
        }
        return setting.list()
                ? texts.stream().map(SettingsYaml::scalar).collect(Collectors.joining(", ", "[", "]"))
                : scalar(texts.get(0));
    }

    /** Text that YAML could take for something else is quoted; a digit string with a leading zero is such a text. */
    private static String scalar(String text) {
        boolean plain = text.matches("(s3://)?[A-Za-z/._-][A-Za-z0-9/._-]*|[1-9][0-9-]*|[0-9]+\\.[0-9]+")
                && !text.matches(WORDS_THAT_YAML_TAKES_FOR_OTHER_THAN_TEXT)
                && !text.startsWith("-");
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
