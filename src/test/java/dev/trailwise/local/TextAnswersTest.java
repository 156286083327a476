package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RunResult;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.testing.TestLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that DuckDB's threads make text of: whole, in order, and stopped when nobody wants them. */
class TextAnswersTest {
    private static final String EVENTS = "\"sec\".\"events\"";
    private static final String PAIRS =
            "SELECT a.eventid, b.useragent FROM " + EVENTS + " a CROSS JOIN " + EVENTS + " b";

    @TempDir
    Path root;

    private RunResult stream(String sql, RenderOptions options, OutputStream to) {
        try (LocalEngine engine = LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
            return engine.start(Questions.ask(sql)).stream(Format.TSV.renderer(options, to));
        }
    }

    private List<String> lines(String sql, RenderOptions options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        stream(sql, options, bytes);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void rows_are_in_their_order() {
        new Logs(root, 31).write(3, 2, 2_500);
        for (String direction : new String[] {"ASC", "DESC"}) {
            String sql = "SELECT eventid, eventname FROM " + EVENTS + " ORDER BY eventid " + direction;
            try (LocalEngine engine =
                    LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
                List<String> expected = Collected.of(engine.start(Questions.ask(sql))).rows.stream()
                        .map(row -> row.get(0) + "\t" + row.get(1))
                        .toList();

                assertThat(lines(sql, RenderOptions.defaults().withHeader(false)))
                        .hasSizeGreaterThan(2_048)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void the_count_is_of_all_rows_and_a_limit_of_those_that_are_shown() {
        new Logs(root, 32).write(1, 1, 80);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        RunResult answer = stream(PAIRS, RenderOptions.defaults().withLimit(3_000), bytes);

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).hasSize(3_001);
        long rows = answer.coverage().orElseThrow().events();
        assertThat(answer.rows()).isEqualTo(rows * rows).isGreaterThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ORDER BY 1"})
    void a_row_that_fails_late_fails_the_query_with_its_reason(String order) {
        new Logs(root, 33).write(2, 1, 8_000);
        String sql =
                "SELECT eventid, requestparameters, CAST(CASE WHEN n = 15000 THEN 'late' ELSE '1' END AS BIGINT) AS i"
                        + " FROM (SELECT *, row_number() OVER (ORDER BY eventid) AS n FROM " + EVENTS + ") AS numbered"
                        + order;

        assertThatThrownBy(() -> lines(sql, RenderOptions.defaults()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.QUERY_FAILED))
                .hasMessageContaining("Cannot cast 'late' to BIGINT");
    }

    /** Takes some bytes, then does something. */
    private abstract static class After extends OutputStream {
        private long left = 500_000;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                enough();
            }
        }

        abstract void enough() throws IOException;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ORDER BY 1"})
    void a_closed_pipe_ends_the_query_as_such(String order) {
        new Logs(root, 34).write(1, 1, 300);
        OutputStream pipe = new After() {
            @Override
            void enough() throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThatThrownBy(() -> stream(PAIRS + order, RenderOptions.defaults(), pipe))
                .isInstanceOf(ClosedPipe.class);
    }

    @Test
    void a_column_that_is_not_there_is_refused() {
        new Logs(root, 35).write(1, 1, 2);

        assertThatThrownBy(() -> lines(PAIRS, RenderOptions.defaults().withColumns(List.of("nosuch"))))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ORDER BY 1"})
    void a_query_can_be_stopped_while_its_rows_are_written(String order) {
        new Logs(root, 36).write(1, 1, 900);
        try (LocalEngine engine = LocalEngine.open(root, Optional.empty(), TestLimits.enough(), Clock.systemUTC())) {
            Execution execution = engine.start(Questions.ask(PAIRS + order));
            Thread canceller = new Thread(execution::cancel);
            OutputStream out = new After() {
                @Override
                void enough() {
                    if (canceller.getState() == Thread.State.NEW) {
                        canceller.start();
                    }
                }
            };

            assertThatThrownBy(() -> execution.stream(Format.TSV.renderer(RenderOptions.defaults(), out)))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
        }
    }
}
