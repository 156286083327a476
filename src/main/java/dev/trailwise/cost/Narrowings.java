package dev.trailwise.cost;

import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.trail.LogDay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds how a query could cost less. */
public final class Narrowings {
    private static final int MOST = 3;

    /** A hint that saves less is not worth a line. */
    private static final Usd WORTH_SAYING = Usd.parse("0.01");

    private Narrowings() {}

    /** What a query would cost without its heaviest Region or account, where that leaves a third of the price or less. */
    public static List<Narrowing> hints(Quote quote) {
        Usd total = quote.estimate().total();
        return Stream.of(withoutHeaviest(quote, Dimension.REGIONS), withoutHeaviest(quote, Dimension.ACCOUNTS))
                .flatMap(Optional::stream)
                .filter(narrowing -> isMuchLess(narrowing.estimate().total(), total))
                .toList();
    }

    /**
     * The ways to cut a query down until it is allowed, each keeping as much as it can: fewer Regions, fewer accounts,
     * the newest days. Where no way is enough, the ways that come nearest.
     *
     * @return at most three, the cheapest first
     */
    static List<Narrowing> ways(Quote quote, Predicate<Estimate> allowed) {
        List<Narrowing> nearest = Stream.of(
                        fewer(quote, Dimension.REGIONS, allowed),
                        fewer(quote, Dimension.ACCOUNTS, allowed),
                        newest(quote, allowed))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(narrowing -> narrowing.estimate().total()))
                .toList();
        List<Narrowing> enough = nearest.stream()
                .filter(narrowing -> allowed.test(narrowing.estimate()))
                .toList();
        return (enough.isEmpty() ? nearest : enough).stream().limit(MOST).toList();
    }

    private static boolean isMuchLess(Usd less, Usd total) {
        return less.plus(less).plus(less).compareTo(total) <= 0
                && less.plus(WORTH_SAYING).compareTo(total) <= 0;
    }

    private static <T extends Comparable<T>> Optional<Narrowing> withoutHeaviest(Quote quote, Dimension<T> dimension) {
        List<T> values = dimension.lightestFirst(quote);
        return values.size() < 2 ? Optional.empty() : Optional.of(dimension.keeping(quote, values, values.size() - 1));
    }

    private static <T extends Comparable<T>> Optional<Narrowing> fewer(
            Quote quote, Dimension<T> dimension, Predicate<Estimate> allowed) {
        List<T> values = dimension.lightestFirst(quote);
        return step(values.size() - 1, dropped -> dimension.keeping(quote, values, values.size() - dropped), allowed);
    }

    private static Optional<Narrowing> newest(Quote quote, Predicate<Estimate> allowed) {
        List<LogDay> days = quote.sizes()
                .map(size -> size.partition().day())
                .distinct()
                .sorted()
                .toList();
        return step(days.size() - 1, dropped -> since(quote, days, dropped), allowed);
    }

    private static Narrowing since(Quote quote, List<LogDay> days, int dropped) {
        LogDay first = days.get(dropped);
        return new Narrowing(
                new Remedy.Argument(FlagName.FROM, first.date().toString()),
                "keeps the newest " + (days.size() - dropped) + " of " + days.size() + " days",
                quote.within(PartitionRange.since(first)).estimate());
    }

    /** The first step that is allowed, else the last one, found by halves: the price falls with every step. */
    private static Optional<Narrowing> step(int last, IntFunction<Narrowing> steps, Predicate<Estimate> allowed) {
        int low = 1;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (allowed.test(steps.apply(middle).estimate())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low > last ? Optional.empty() : Optional.of(steps.apply(low));
    }
}
