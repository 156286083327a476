package dev.trailwise.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenderersTest {
    private static final RenderOptions PLAIN = RenderOptions.defaults();
    private static final List<ResultColumn> ONE = List.of(Answers.column("name", ResultType.TEXT));

    @Test
    void no_rows_still_show_the_columns() {
        assertThat(Answers.render(Format.CSV, PLAIN, ONE, List.of())).isEqualTo("name\n");
        assertThat(Answers.render(Format.TSV, PLAIN, ONE, List.of())).isEqualTo("name\n");
        assertThat(Answers.render(Format.JSON, PLAIN, ONE, List.of())).isEqualTo("[]\n");
        assertThat(Answers.render(Format.NDJSON, PLAIN, ONE, List.of())).isEmpty();
        assertThat(Answers.render(Format.MARKDOWN, PLAIN, ONE, List.of())).isEqualTo("| name |\n| --- |\n");
        assertThat(Answers.render(Format.TABLE, PLAIN, ONE, List.of())).isEqualTo("name\n────\n");
    }

    @Test
    void csv_tells_null_from_empty_text() {
        List<ResultColumn> two = List.of(Answers.column("a", ResultType.TEXT), Answers.column("b", ResultType.TEXT));
        assertThat(Answers.render(Format.CSV, PLAIN.withHeader(false), two, rows(Answers.row(null, ""))))
                .isEqualTo(",\"\"\n");
    }

    @Test
    void a_formula_is_disarmed_on_request_and_numbers_are_left_alone() {
        List<ResultColumn> two = List.of(Answers.column("a", ResultType.TEXT), Answers.column("n", ResultType.INTEGER));
        RenderOptions safe = PLAIN.withHeader(false).withSpreadsheetSafe(true);
        for (String start : List.of("=", "+", "-", "@")) {
            assertThat(Answers.render(Format.CSV, safe, two, rows(Answers.row(start + "x", -5L))))
                    .isEqualTo("'" + start + "x,-5\n");
        }
        assertThat(Answers.render(Format.CSV, safe, two, rows(Answers.row("\tx", -5L))))
                .isEqualTo("'\tx,-5\n");
        assertThat(Answers.render(Format.TSV, safe, two, rows(Answers.row("\rx", -5L))))
                .isEqualTo("'\\rx\t-5\n");
        assertThat(Answers.render(Format.CSV, PLAIN.withHeader(false), two, rows(Answers.row("=x", -5L))))
                .isEqualTo("=x,-5\n");
    }

    @Test
    void names_stay_whole_on_a_terminal_and_the_last_columns_give_way() {
        List<ResultColumn> columns = List.of(
                Answers.column("eventname", ResultType.TEXT),
                Answers.column("principal", ResultType.TEXT),
                Answers.column("address", ResultType.TEXT),
                Answers.column("useragent", ResultType.TEXT));
        List<@Nullable Object[]> rows = List.<@Nullable Object[]>of(
                Answers.row(
                        "AuthorizeSecurityGroupIngress",
                        "arn:aws:sts::111122223333:assumed-role/Admin/alice",
                        "192.0.2.1",
                        "aws-cli/2.15.0 Python/3.11.6 Linux/6.1.0"),
                Answers.row("CreateUser", "arn:aws:iam::111122223333:user/bob", "192.0.2.22", "Boto3/1.26"));
        assertThat(Answers.render(Format.TABLE, PLAIN.withTerminal(true).withWidth(60), columns, rows))
                .isEqualTo("""
                        eventname                      principal          address
                        ─────────────────────────────  ─────────────────  ──────────
                        AuthorizeSecurityGroupIngress  …Admin/alice       192.0.2.1
                        CreateUser                     …user/bob          192.0.2.22
                        not shown: useragent (choose with --columns, or --format csv for all)
                        """);
    }

    @Test
    void severe_levels_and_failed_calls_are_coloured() {
        List<ResultColumn> columns = List.of(
                Answers.column("level", ResultType.TEXT),
                Answers.column("errorcode", ResultType.TEXT),
                Answers.column("outcome", ResultType.TEXT));
        assertThat(Answers.render(
                        Format.TABLE,
                        PLAIN.withHeader(false).withColor(true),
                        columns,
                        List.<@Nullable Object[]>of(
                                Answers.row("high", "AccessDenied", "denied"), Answers.row("low", "x", "success"))))
                .isEqualTo("""
                        \u001b[31mhigh\u001b[0m   \u001b[33mAccessDenied\u001b[0m  \u001b[33mdenied\u001b[0m
                        low    \u001b[33mx\u001b[0m             success
                        """);
    }

    @Test
    void an_unknown_column_names_the_nearest() {
        RenderOptions typo = PLAIN.withColumns(List.of("evntname"));
        assertThatThrownBy(() -> Answers.render(Format.CSV, typo, Answers.EVENTS, List.of()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("the answer has no column 'evntname'; did you mean 'eventname'?");
        RenderOptions foreign = PLAIN.withColumns(List.of("zzz"));
        assertThatThrownBy(() -> Answers.render(Format.CSV, foreign, Answers.EVENTS, List.of()))
                .hasMessage(
                        "the answer has no column 'zzz'; it has eventtime, eventname, principal, sourceipaddress, events");
    }

    @Test
    void columns_are_found_in_any_letter_case_whatever_the_locale() {
        List<ResultColumn> columns = List.of(Answers.column("sourceIPaddress", ResultType.TEXT));
        RenderOptions options = PLAIN.withColumns(List.of("SOURCEIPADDRESS"));
        assertThat(Answers.render(Format.CSV, options, columns, rows(Answers.row("::1"))))
                .isEqualTo("sourceIPaddress\n::1\n");
    }

    @Test
    void a_lone_row_too_wide_for_the_terminal_is_shown_whole() {
        String arn = "arn:aws:iam::111122223333:role/" + "x".repeat(100);
        assertThat(Answers.render(Format.TABLE, PLAIN, ONE, rows(Answers.row(arn)))
                        .replaceAll("\\s+", ""))
                .contains(arn);
    }

    @Test
    void rows_after_the_first_thousand_stream_in_the_same_columns() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            rows.add(Answers.row(i < 1_200 ? "short" : "a name far longer than any before it"));
        }
        List<String> lines =
                Answers.render(Format.TABLE, PLAIN, ONE, rows).lines().toList();
        assertThat(lines).hasSize(1_502);
        assertThat(lines.get(1_400)).isEqualTo("a na…");
    }

    @Test
    void where_no_terminal_limits_the_width_nothing_is_cut() {
        String large = "x".repeat(5_000);
        List<@Nullable Object[]> rows = List.of(Answers.row(large), Answers.row("short"));

        assertThat(Answers.render(Format.TABLE, PLAIN.withWidth(RenderOptions.ANY_WIDTH), ONE, rows)
                        .lines())
                .contains(large, "short");
    }

    @Test
    void a_ranking_that_is_too_wide_stays_a_table_and_names_the_columns_that_it_leaves_out() {
        List<ResultColumn> columns = List.of(
                new ResultColumn("eventname", ResultType.TEXT),
                new ResultColumn("events", ResultType.INTEGER),
                new ResultColumn("principals", ResultType.INTEGER),
                new ResultColumn("first", ResultType.TEXT),
                new ResultColumn("last", ResultType.TEXT));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String name : List.of("DescribeInstances", "GetObject")) {
            rows.add(new @Nullable Object[] {name, 7L, 2L, "2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z"});
        }

        assertThat(Answers.render(Format.TABLE, PLAIN.withWidth(60).withTerminal(true), columns, rows)
                        .lines())
                .contains(
                        "eventname          events  principals  first",
                        "GetObject               7           2  2026-11-01T10:00:00Z",
                        "not shown: last (choose with --columns, or --format csv for all)");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PARQUET", "OCSF", "NAVIGATOR", "JUNIT", "TIMESKETCH", "SVG"})
    void a_closed_pipe_is_told_from_other_failures(Format format) {
        assertThatThrownBy(() -> write(format, "Broken pipe"))
                .isInstanceOfSatisfying(
                        ClosedPipe.class,
                        closed -> assertThat(closed.exitCode()).isEqualTo(ExitCode.SUCCESS));
        assertThatThrownBy(() -> write(format, "No space left on device"))
                .isInstanceOf(Failure.class)
                .isNotInstanceOf(ClosedPipe.class)
                .hasMessageContaining("No space left on device");
    }

    private static void write(Format format, String failure) {
        RowSink sink = format.renderer(PLAIN, new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        });
        sink.begin(ONE);
        sink.row(Answers.row("x"));
        sink.finish();
    }

    @Test
    void two_columns_of_one_name_are_two_keys() {
        List<ResultColumn> three = List.of(
                Answers.column("id", ResultType.TEXT),
                Answers.column("id", ResultType.TEXT),
                Answers.column("id_2", ResultType.TEXT));
        assertThat(Answers.render(Format.NDJSON, PLAIN, three, rows(Answers.row("a", "b", "c"))))
                .isEqualTo("{\"id\":\"a\",\"id_2\":\"b\",\"id_2_2\":\"c\"}\n");
    }

    @Test
    void options_that_make_no_sense_are_refused_with_a_good_value() {
        assertThatThrownBy(() -> PLAIN.withWidth(5)).hasMessageContaining("for example 80");
        assertThatThrownBy(() -> PLAIN.withLimit(-1)).hasMessageContaining("for example 100");
    }

    @Test
    void a_terminal_sees_each_row_at_once() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowSink sink = Format.NDJSON.renderer(PLAIN.withTerminal(true), bytes);
        sink.begin(ONE);
        sink.row(Answers.row("x"));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"x\"}\n");
    }

    private static List<@Nullable Object[]> rows(@Nullable Object[] row) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(row);
        return rows;
    }
}
