package dev.trailwise.local;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers as few ranges. */
final class Ranges {
    private Ranges() {}

    /** The ranges of exactly these numbers, which are in order. */
    static List<Range> of(List<Long> numbers) {
        List<Range> ranges = new ArrayList<>();
        for (long number : numbers) {
            int last = ranges.size() - 1;
            if (last >= 0 && ranges.get(last).last() + 1 == number) {
                ranges.set(last, new Range(ranges.get(last).first(), number));
            } else {
                ranges.add(new Range(number, number));
            }
        }
        return ranges;
    }

    /** The numbers from the first to the last. */
    record Range(long first, long last) {}
}
