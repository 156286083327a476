package dev.trailwise.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.failure.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Charts of answers. */
class ChartsTest {
    private static final RenderOptions PLAIN = RenderOptions.defaults();
    private static final ResultColumn TIME = Answers.column("period", ResultType.ZONED_TIMESTAMP);
    private static final ResultColumn NAME = Answers.column("service", ResultType.TEXT);
    private static final ResultColumn CALLS = Answers.column("calls", ResultType.INTEGER);

    @Test
    void rows_of_one_time_are_added_up_and_times_without_rows_are_shown() {
        assertThat(charted(
                        PLAIN,
                        List.of(TIME, NAME, CALLS),
                        List.of(
                                Answers.row(at(0), "s3", 40L),
                                Answers.row(at(0), "iam", 20L),
                                Answers.row(at(1), "iam", 10L),
                                Answers.row(at(3), "s3", 60L))))
                .endsWith("""

                        sum of calls by period (UTC)
                            60 ┤█████             █████
                               ┤█████             █████
                               ┤█████             █████
                               ┤█████             █████
                               ┤█████             █████
                             0 ┤█████ █████       █████
                               └────────────────────────
                                2026-10-01 00:00 to 2026-10-01 03:00
                        """);
    }

    @Test
    void rows_without_a_time_are_counted_and_none_with_one_is_no_chart() {
        List<ResultColumn> columns = List.of(TIME, CALLS);
        assertThat(charted(PLAIN, columns, List.of(Answers.row(at(0), 1L), Answers.row(null, 5L))))
                .contains("calls by period (UTC), without 1 row that have no time\n");
        assertThat(charted(PLAIN, columns, List.<@Nullable Object[]>of(Answers.row(null, 5L))))
                .endsWith("no chart: it needs rows with a time or a name, and then whole numbers of 0 or more\n");
    }

    @Test
    void names_are_shown_with_as_many_columns_as_tell_them_apart() {
        assertThat(charted(
                        PLAIN.withWidth(60),
                        List.of(NAME, Answers.column("action", ResultType.TEXT), CALLS),
                        List.of(Answers.row("s3", "Get", 2L), Answers.row("s3", "Put", 1L))))
                .endsWith("""

                        calls by service, action
                        s3 Get  2  █████████████████████████████████████████████████
                        s3 Put  1  ████████████████████████▌
                        """);
    }

    @Test
    void an_answer_without_numbers_has_no_chart_below_and_is_no_picture() {
        List<@Nullable Object[]> rows = List.<@Nullable Object[]>of(Answers.row("s3"));
        assertThat(charted(PLAIN, List.of(NAME), rows))
                .isEqualTo(
                        "service\n───────\ns3\n\nno chart: it needs rows with a time or a name, and then whole numbers"
                                + " of 0 or more\n");
        assertThat(charted(PLAIN, List.of(NAME), List.of())).isEqualTo("service\n───────\n");
        assertThatThrownBy(() -> Answers.render(Format.SVG, PLAIN, List.of(NAME), rows))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no chart: it needs rows with a time or a name");
    }

    @Test
    void the_chart_is_of_the_rows_and_columns_that_are_shown() {
        assertThat(charted(
                        PLAIN.withLimit(1).withColumns(List.of("service", "calls")),
                        List.of(TIME, NAME, CALLS),
                        List.of(Answers.row(at(0), "s3", 40L), Answers.row(at(1), "iam", 20L))))
                .contains("calls by service\ns3  40  █")
                .doesNotContain("iam");
    }

    @Test
    void a_picture_is_a_file_of_its_own_and_names_in_it_stay_text() throws Exception {
        String svg = Answers.render(
                Format.SVG,
                PLAIN,
                List.of(NAME, CALLS),
                List.<@Nullable Object[]>of(Answers.row("</text><script>alert(1)</script>", 40L)));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(document.getElementsByTagNameNS("*", "script").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent()).contains("<script>alert(1)</script>");
    }

    @Test
    void many_rows_are_the_first_bars_and_a_count() {
        List<@Nullable Object[]> rows = IntStream.range(0, 100)
                .<@Nullable Object[]>mapToObj(i -> Answers.row("n" + i, 100L - i))
                .toList();
        assertThat(charted(PLAIN, List.of(NAME, CALLS), rows))
                .contains("calls by service (the first 20 of 100 rows)\n")
                .contains("n19   81  █")
                .doesNotContain("n20   80  █");
    }

    private static String charted(RenderOptions options, List<ResultColumn> columns, List<@Nullable Object[]> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Format.charted(options, bytes).all(columns, rows);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Object at(int hour) {
        return LocalDateTime.of(2026, 10, 1, hour, 0).atZone(ZoneOffset.UTC);
    }
}
