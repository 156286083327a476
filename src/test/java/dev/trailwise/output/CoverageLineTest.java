package dev.trailwise.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.trailwise.cli.option.NoticeText;
import dev.trailwise.engine.AvailableLogs;
import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.FileProblem;
import dev.trailwise.failure.Notice;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.AccountNames;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageLineTest {
    private static final LogDay FIRST = new LogDay(LocalDate.of(2023, 7, 10));
    private static final DayRange DAY = new DayRange(FIRST, FIRST);

    @Test
    void one_line_says_what_was_read() {
        assertThat(CoverageLine.summary(
                        coverage(2_900, 3, List.of()), CoverageLine.rows(41, 100), false, AccountNames.NONE))
                .extracting(NoticeText.ANY::apply)
                .containsExactly(
                        "41 rows from 2,900 events (55 files, 2.6 MB, 2023-07-10, 1 account, 1 Region);"
                                + " 6 files skipped (Insights, digests, not named like logs)",
                        "3 duplicate events counted; --distinct-events drops them");
        assertThat(CoverageLine.summary(coverage(1, 1, List.of()), CoverageLine.rows(1, 1), true, AccountNames.NONE))
                .first()
                .extracting(Notice::text, STRING)
                .startsWith("1 row from 1 event (");
        assertThat(CoverageLine.summary(coverage(1, 1, List.of()), CoverageLine.rows(1, 1), true, AccountNames.NONE))
                .last()
                .isEqualTo(new Notice("1 duplicate event dropped"));
        assertThat(CoverageLine.warning(coverage(1, 1, List.of()))).isEmpty();
    }

    @Test
    void an_answer_cut_by_a_limit_says_so() {
        assertThat(CoverageLine.rows(41, 20)).isEqualTo("20 rows (cut by --limit; there are more)");
        assertThat(CoverageLine.rows(20, 20)).isEqualTo("20 rows");
        assertThat(CoverageLine.rows(0, Long.MAX_VALUE)).isEqualTo("0 rows");
    }

    @Test
    void damaged_files_are_named_with_hostile_names_made_visible() {
        List<FileProblem> problems = List.of(
                new FileProblem("logs/a\u001b[2J.json.gz", "the gzip checksum is wrong", 1_234, 5),
                new FileProblem("logs/b.json.gz", "permission denied", -1, 0),
                new FileProblem("logs/c.json", "invalid JSON (found 'h', expected a value); line skipped", 0, 1),
                new FileProblem("logs/d.json", "empty file", 0, 0));
        assertThat(CoverageLine.warning(coverage(10, 0, problems))
                        .orElseThrow()
                        .text()
                        .lines())
                .containsExactly(
                        "4 of 57 files could not be read completely; the answer may be incomplete:",
                        "  logs/a\\u001b[2J.json.gz: the gzip checksum is wrong at byte 1,234; read 5 events",
                        "  logs/b.json.gz: permission denied",
                        "  logs/c.json: invalid JSON at byte 0 (found 'h', expected a value); line skipped; read 1 event",
                        "  logs/d.json: empty file");
    }

    @Test
    void a_long_list_of_damage_is_bounded_and_counted() {
        List<FileProblem> problems = IntStream.range(0, 1_500)
                .mapToObj(i -> new FileProblem("f" + i, "empty", 0, 0))
                .toList();
        assertThat(CoverageLine.warning(coverage(10, 0, problems))
                        .orElseThrow()
                        .text()
                        .lines())
                .hasSize(12)
                .last()
                .isEqualTo("  and 1,490 more");
    }

    private static Coverage coverage(long events, long repeats, List<FileProblem> problems) {
        return new Coverage(
                55,
                2_612_345,
                events,
                Optional.of(DAY),
                new TreeSet<>(List.of(new AccountId("111122223333"))),
                new TreeSet<>(List.of(Region.US_EAST_1)),
                Optional.of(Instant.parse("2023-07-10T12:37:51Z")),
                OptionalLong.of(repeats),
                2,
                new TreeSet<>(List.of(LogKind.INSIGHTS, LogKind.DIGEST)),
                4,
                0,
                true,
                problems,
                AvailableLogs.NOTHING);
    }
}
