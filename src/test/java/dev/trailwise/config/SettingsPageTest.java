package dev.trailwise.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of the settings page is written from the settings. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final String START = "| setting | meaning | example | environment |\n|---|---|---|---|\n";

    @Test
    void every_setting_is_on_its_page_as_it_is_defined() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf("\n\n", start);
        String table = SettingKeys.ALL.stream()
                .map(setting -> "| `%s` | %s | `%s` | `%s` |"
                        .formatted(setting.name(), setting.help(), setting.example(), setting.variable()))
                .collect(Collectors.joining("\n"));
        String now = page.substring(0, start) + table + page.substring(end);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, now);
        } else {
            assertThat(page).as("-Dgolden.update=true writes it").isEqualTo(now);
        }
    }
}
