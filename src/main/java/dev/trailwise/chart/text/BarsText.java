package dev.trailwise.chart.text;

import dev.trailwise.chart.Bars;
import dev.trailwise.chart.Numbers;
import dev.trailwise.text.CellWidth;
import dev.trailwise.text.Sanitizer;
import java.util.List;
import java.util.stream.IntStream;

/** A line a bar: its name, the bar and its number. */
final class BarsText {
    private static final int LONGEST_BAR = 60;

    private BarsText() {}

    static List<String> lines(Bars bars, int width) {
        List<String> labels = bars.bars().stream()
                .map(bar -> Sanitizer.text(bar.label()))
                .map(label -> CellWidth.cut(label, width / 2))
                .toList();
        int longest = labels.stream().mapToInt(CellWidth::of).max().orElse(0);
        int number = Numbers.whole(bars.largest()).length();
        int room = Math.min(LONGEST_BAR, width - longest - number - 4);
        return IntStream.range(0, labels.size())
                .mapToObj(i -> {
                    long value = bars.bars().get(i).value();
                    String digits = Numbers.whole(value);
                    return labels.get(i) + " ".repeat(longest - CellWidth.of(labels.get(i)) + 2)
                            + " ".repeat(number - digits.length()) + digits + "  "
                            + Blocks.bar(value, bars.largest(), room);
                })
                .map(String::stripTrailing)
                .toList();
    }
}
