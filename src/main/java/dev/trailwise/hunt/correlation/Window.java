package dev.trailwise.hunt.correlation;

import dev.trailwise.sigma.rule.Correlation;
import dev.trailwise.sigma.rule.CorrelationType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The events of a group in the last timespan, and what a correlation computes of them. */
final class Window {
    private static final String NUMBER = "-?[0-9]{1,15}([.][0-9]{1,9})?";
    private static final long NEVER = Long.MIN_VALUE;

    private final Correlation correlation;
    private final long span;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final int[] matches;
    /** For each rule, the latest start of matches of the rules up to it in their order. */
    private final long[] starts;

    private final Map<String, Integer> texts = new HashMap<>();
    private final TreeMap<BigDecimal, Integer> numbers = new TreeMap<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private int numberCount;

    Window(Correlation correlation) {
        this.correlation = correlation;
        this.span = correlation.timespan().toSeconds();
        this.matches = new int[correlation.rules().size()];
        this.starts = new long[matches.length];
        Arrays.fill(starts, NEVER);
    }

    /** Whether an event takes part: those without a value do not, where values are counted. */
    static boolean takes(Correlation correlation, Entry entry) {
        return switch (correlation.type()) {
            case EVENT_COUNT, TEMPORAL, TEMPORAL_ORDERED -> true;
            case VALUE_COUNT -> !entry.values.isEmpty();
            default -> entry.values.stream().anyMatch(value -> value.matches(NUMBER));
        };
    }

    Iterable<Entry> entries() {
        return entries;
    }

    /**
     * Moves the end of the window to these events, which are of one second.
     *
     * @return the number of the window when it is as the correlation wants it
     */
    Optional<BigDecimal> moveTo(long second, Collection<Entry> latest) {
        while (!entries.isEmpty() && entries.getFirst().second < second - span) {
            count(entries.removeFirst(), -1);
        }
        latest.forEach(entry -> {
            entries.addLast(entry);
            count(entry, 1);
        });
        if (correlation.type() == CorrelationType.TEMPORAL_ORDERED) {
            return inOrder(second, latest) ? Optional.of(BigDecimal.valueOf(matches.length)) : Optional.empty();
        }
        BigDecimal value = value();
        return correlation.condition().holds(value) && correlation.condition().holds(matching())
                ? Optional.of(value)
                : Optional.empty();
    }

    private void count(Entry entry, int by) {
        entry.rules.stream().forEach(rule -> matches[rule] += by);
        if (correlation.type() == CorrelationType.VALUE_COUNT) {
            entry.values.forEach(value -> texts.merge(value, by, Window::sum));
        } else if (correlation.type().isOfNumbers()) {
            numbers(entry).forEach(number -> {
                numbers.merge(number, by, Window::sum);
                sum = by > 0 ? sum.add(number) : sum.subtract(number);
                numberCount += by;
            });
        }
    }

    /** Nothing where none are left, which takes the key out. */
    @SuppressWarnings("NullAway") // a merge function may return null
    private static Integer sum(Integer one, Integer other) {
        return one + other == 0 ? null : Integer.valueOf(one + other);
    }

    private static Set<BigDecimal> numbers(Entry entry) {
        Set<BigDecimal> numbers = new HashSet<>();
        for (String value : entry.values) {
            if (value.matches(NUMBER)) {
                numbers.add(new BigDecimal(value).stripTrailingZeros());
            }
        }
        return numbers;
    }

    private BigDecimal value() {
        return switch (correlation.type()) {
            case EVENT_COUNT -> BigDecimal.valueOf(entries.size());
            case VALUE_COUNT -> BigDecimal.valueOf(texts.size());
            case VALUE_SUM -> sum;
            case VALUE_AVG -> sum.divide(BigDecimal.valueOf(numberCount), MathContext.DECIMAL64);
            case VALUE_MIN -> numbers.firstKey();
            case VALUE_MAX -> numbers.lastKey();
            case VALUE_MEDIAN ->
                at((numberCount - 1) / 2).add(at(numberCount / 2)).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
            case TEMPORAL, TEMPORAL_ORDERED ->
                BigDecimal.valueOf(
                        Arrays.stream(matches).filter(count -> count > 0).count());
        };
    }

    private BigDecimal at(int place) {
        int before = 0;
        for (Map.Entry<BigDecimal, Integer> number : numbers.entrySet()) {
            before += number.getValue();
            if (place < before) {
                return number.getKey();
            }
        }
        throw new IllegalStateException("no number at " + place);
    }

    private Set<String> matching() {
        Set<String> matching = new HashSet<>();
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] > 0) {
                matching.add(correlation.rules().get(i));
            }
        }
        return matching;
    }

    /** Whether matches of all rules in their order begin in the window and end now. Events of one second are in any order. */
    private boolean inOrder(long second, Collection<Entry> latest) {
        boolean ends = false;
        for (int i = 0; i < starts.length; i++) {
            int rule = i;
            if (latest.stream().anyMatch(entry -> entry.rules.get(rule))) {
                starts[i] = i == 0 ? second : Math.max(starts[i], starts[i - 1]);
                ends = i == starts.length - 1 && starts[i] != NEVER && starts[i] >= second - span;
            }
        }
        return ends;
    }
}
