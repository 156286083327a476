package dev.trailwise.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
    private static final Path PAGE = Path.of("docs", "table.md");

    @Test
    void the_page_in_docs_is_what_the_definition_says() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.resolveSibling(""));
            Files.writeString(PAGE, ReferencePage.render());
        }

        assertThat(Files.readString(PAGE))
                .as("docs/table.md; write it with -Dgolden.update=true")
                .isEqualTo(ReferencePage.render());
    }
}
