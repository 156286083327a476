package dev.trailwise.chart.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.Bars.Bar;
import dev.trailwise.chart.Timeline;
import dev.trailwise.chart.Timeline.Slot;
import dev.trailwise.text.CellWidth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTextTest {
    @Test
    void bars_have_the_length_of_their_numbers() {
        Bars bars = new Bars(
                "calls by action",
                "calls",
                List.of(
                        new Bar("s3:GetObject", 1_000),
                        new Bar("iam:ListUsers", 500),
                        new Bar("none", 0),
                        new Bar("x", 1)));
        assertThat(ChartText.lines(bars, 44))
                .containsExactly(
                        "calls by action",
                        "s3:GetObject   1,000  ██████████████████████",
                        "iam:ListUsers    500  ███████████",
                        "none               0",
                        "x                  1  ▏");
    }

    @Test
    void a_timeline_has_an_axis_of_times() {
        Timeline timeline = new Timeline(
                "calls by day", "calls", slots("2026-10-01", 60, "2026-10-02", 0, "2026-10-03", 10, "2026-10-04", 1));
        assertThat(ChartText.lines(timeline, 40))
                .containsExactly(
                        "calls by day",
                        "    60 ┤█████",
                        "       ┤█████",
                        "       ┤█████",
                        "       ┤█████",
                        "       ┤█████",
                        "     0 ┤█████       █████ ▁▁▁▁▁",
                        "       └────────────────────────",
                        "        2026-10-01    2026-10-04");
    }

    @Test
    void more_times_than_columns_are_added_up() {
        Timeline timeline = new Timeline(
                "calls",
                "calls",
                IntStream.range(0, 1_000)
                        .mapToObj(i -> new Slot("t" + i, 1, Optional.empty()))
                        .toList());
        List<String> lines = ChartText.lines(timeline, 80);
        assertThat(lines.get(1)).startsWith("    14 ┤");
        assertThat(lines).last().asString().contains("each column: 14 added up");
    }

    @Test
    void no_line_is_wider_than_the_terminal_whatever_the_names_and_numbers() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int width = 40 + random.nextInt(120);
            Bars bars = new Bars(
                    "b",
                    "b",
                    IntStream.range(0, random.nextInt(30))
                            .mapToObj(i -> new Bar("日\u001b[31m/x".repeat(random.nextInt(30)), number(random)))
                            .toList());
            Timeline timeline = new Timeline(
                    "t",
                    "t",
                    IntStream.range(0, random.nextInt(500))
                            .mapToObj(i -> new Slot("2026-10-01 00:00", number(random), Optional.empty()))
                            .toList());
            assertThat(ChartText.lines(bars, width)).as("seed %d", seed).allMatch(line -> CellWidth.of(line) <= width);
            assertThat(ChartText.lines(bars, width)).as("seed %d", seed).noneMatch(line -> line.contains("\u001b"));
            assertThat(ChartText.lines(timeline, width))
                    .as("seed %d", seed)
                    .allMatch(line -> CellWidth.of(line) <= width);
        }
    }

    private static long number(Random random) {
        return random.nextInt(4) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 40));
    }

    private static List<Slot> slots(Object... labelsAndValues) {
        return IntStream.range(0, labelsAndValues.length / 2)
                .mapToObj(i -> new Slot(
                        (String) labelsAndValues[2 * i], (Integer) labelsAndValues[2 * i + 1], Optional.empty()))
                .toList();
    }
}
