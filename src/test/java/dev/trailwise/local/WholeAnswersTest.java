package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.cost.Bytes;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.testing.Told;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer has all of its rows, or it is a failure. */
class WholeAnswersTest {
    private static final String EVENTS = "\"sec\".\"events\"";

    /** Each row has an {@code n} of its own, from 1. */
    private static final String NUMBERED =
            "(SELECT *, row_number() OVER (ORDER BY eventid) AS n FROM " + EVENTS + ") AS numbered";

    @TempDir
    Path root;

    @TempDir
    Path cache;

    private Collected ask(String sql, boolean stored) {
        try (LocalEngine engine = LocalEngine.open(
                root, stored ? Optional.of(cache) : Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
            return Collected.of(engine.start(Questions.ask(sql)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_row_that_fails_after_others_were_streamed_fails_the_query_with_its_reason(boolean stored) {
        new Logs(root, 21).write(2, 1, 8_000);
        if (stored) {
            StoreBuild.run(LogPaths.of(root), cache, Scope.of(TimeRange.ALL), TestLimits.enough(), true);
        }
        for (int late : new int[] {1, 30_000, 64_000}) {
            String sql = "SELECT eventid, requestparameters, CAST(CASE WHEN n = " + late
                    + " THEN 'late' ELSE '1' END AS BIGINT) AS number FROM " + NUMBERED;

            assertThatThrownBy(() -> ask(sql, stored))
                    .as("row %s", late)
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.QUERY_FAILED))
                    .hasMessageContaining("Cannot cast 'late' to BIGINT");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "600, false", "600, true", "2500, false", "2500, true"})
    void an_answer_has_as_many_rows_as_its_count_says(int events, boolean stored) {
        new Logs(root, 22).write(1, 1, events);
        if (stored) {
            StoreBuild.run(LogPaths.of(root), cache, Scope.of(TimeRange.ALL), TestLimits.enough(), true);
        }
        for (String sql : new String[] {
            "SELECT * FROM " + EVENTS,
            "SELECT * FROM " + EVENTS + " ORDER BY eventtime DESC, eventid",
            "SELECT eventid, requestparameters, row_number() OVER (PARTITION BY eventname ORDER BY eventtime) AS n FROM "
                    + EVENTS,
            "SELECT DISTINCT requestparameters FROM " + EVENTS,
            "SELECT requestparameters, eventid, count(*) AS n FROM " + EVENTS + " GROUP BY 1, 2",
            "SELECT a.eventid, b.requestparameters FROM " + EVENTS + " a JOIN " + EVENTS
                    + " b ON a.eventid = b.eventid",
            "SELECT eventid FROM " + EVENTS + " WHERE false"
        }) {
            long count = (Long) ask("SELECT count(*) AS c FROM (" + sql + ") AS counted", stored)
                    .rows
                    .get(0)
                    .get(0);

            Collected rows = ask(sql, stored);

            assertThat(rows.rows).as(sql).hasSize(Math.toIntExact(count));
            assertThat(rows.answer().rows()).as(sql).isEqualTo(count);
        }
    }

    @Test
    void a_query_without_enough_memory_or_disk_space_says_which_setting_to_raise() {
        new Logs(root, 24).write(1, 1, 16_000);
        ResourceLimits tight = new ResourceLimits(
                Optional.of(new Bytes(50_000_000)),
                Optional.of(Bytes.ZERO),
                TestLimits.enough().spill());
        try (LocalEngine engine = LocalEngine.open(root, Optional.empty(), tight, Clock.systemUTC())) {
            assertThatThrownBy(() -> Collected.of(
                            engine.start(Questions.ask("SELECT * FROM " + EVENTS + " ORDER BY eventtime"))))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.QUERY_FAILED))
                    .isInstanceOfSatisfying(Failure.class, Told.with("needs more memory", "--memory SIZE"));
        }
    }

    @Test
    void an_answer_of_no_rows_is_whole() {
        new Logs(root, 23).write(1, 1, 1);

        assertThat(ask("SELECT eventid FROM " + EVENTS + " WHERE eventname = 'none'", false).finished)
                .isTrue();
    }
}
