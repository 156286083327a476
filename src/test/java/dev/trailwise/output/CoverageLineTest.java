package dev.trailwise.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.FileProblem;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
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
        assertThat(CoverageLine.lines(coverage(2_900, 3, List.of()), false))
                .containsExactly("read 55 files (2.6 MB), 2,900 events of 2023/07/10 in 1 account, 1 region;"
                        + " newest 2023-07-10T12:37:51Z; 3 repeats (kept); 2 other files without events of this kind");
        assertThat(CoverageLine.lines(coverage(1, 1, List.of()), true).get(0))
                .contains("1 event of")
                .contains("1 repeat (dropped)");
    }

    @Test
    void damaged_files_are_named_with_hostile_names_made_visible() {
        List<FileProblem> problems = List.of(
                new FileProblem("logs/a\u001b[2J.json.gz", "the gzip checksum is wrong", 1_234, 5),
                new FileProblem("logs/b.json.gz", "permission denied", -1, 0));
        assertThat(CoverageLine.lines(coverage(10, 0, problems), false).subList(1, 4))
                .containsExactly(
                        "2 files could not be read to the end, so the answer has gaps:",
                        "  logs/a\\u001b[2J.json.gz: the gzip checksum is wrong at byte 1,234;"
                                + " 5 events before it are in the answer",
                        "  logs/b.json.gz: permission denied");
    }

    @Test
    void a_long_list_of_damage_is_bounded_and_counted() {
        List<FileProblem> problems = IntStream.range(0, 1_500)
                .mapToObj(i -> new FileProblem("f" + i, "empty", 0, 0))
                .toList();
        assertThat(CoverageLine.lines(coverage(10, 0, problems), false))
                .hasSize(13)
                .last()
                .isEqualTo("  and 1,490 more");
    }

    @Test
    void an_empty_scope_tells_what_the_logs_cover() {
        Coverage empty = new Coverage(
                0,
                0,
                0,
                Optional.empty(),
                new TreeSet<>(),
                new TreeSet<>(),
                Optional.empty(),
                OptionalLong.empty(),
                0,
                0,
                true,
                List.of(),
                Optional.of(new DayRange(FIRST, FIRST.plusDays(2))));
        assertThat(CoverageLine.lines(empty, false))
                .containsExactly(
                        "read 0 files (0 bytes), 0 events",
                        "no events in this scope; the logs cover 2023/07/10 to 2023/07/12");
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
                0,
                true,
                problems,
                Optional.of(DAY));
    }
}
