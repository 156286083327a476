package dev.trailwise.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

    @ParameterizedTest
    @EnumSource
    void it_lists_the_exit_code(ExitCode code) throws IOException {
        assertThat(readme()).contains("| " + code.code() + " | " + code.meaning() + " |");
    }

    @Test
    void its_links_lead_to_files() throws IOException {
        assertThat(LINK.matcher(readme()).results().map(link -> Path.of(link.group(1))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
