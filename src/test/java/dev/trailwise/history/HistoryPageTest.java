package dev.trailwise.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/history.md true. */
class HistoryPageTest {
    @Test
    void the_page_names_every_field_of_a_line_and_no_other() throws IOException {
        LedgerEntry entry = Entries.started("2026-11-22T10:00:00Z", "q1")
                .ended(Outcome.FAILED, Optional.of("why"), Entries.spent(1), Entries.run("q1"));
        Set<String> written = new TreeSet<>();
        new ObjectMapper().readTree(LedgerLine.encode(entry)).fieldNames().forEachRemaining(written::add);

        assertThat(named()).isEqualTo(written);
    }

    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs", "history.md"), StandardCharsets.UTF_8)) {
            if (line.startsWith("| `")) {
                Matcher name = Pattern.compile("`([a-z_]+)`").matcher(line.substring(0, line.indexOf('|', 1)));
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }
}
