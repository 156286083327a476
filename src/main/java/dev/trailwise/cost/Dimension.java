package dev.trailwise.cost;

import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A way to cut a query by value.
 *
 * @param flag the flag that names the values to keep
 * @param value the value of a partition
 * @param range the partitions of those values
 */
record Dimension<T extends Comparable<T>>(
        FlagName flag, Function<PartitionSize, T> value, Function<SortedSet<T>, PartitionRange> range) {
    static final Dimension<Region> REGIONS =
            new Dimension<>(FlagName.REGION, size -> size.partition().region(), PartitionRange::ofRegions);

    static final Dimension<AccountId> ACCOUNTS =
            new Dimension<>(FlagName.ACCOUNT, size -> size.partition().account(), PartitionRange::ofAccounts);

    /** The values that hold files in the query's scans, the one with the least bytes first. */
    List<T> lightestFirst(Quote quote) {
        Map<T, Long> bytes = quote.sizes()
                .collect(Collectors.groupingBy(
                        value, Collectors.summingLong(size -> size.bytes().count())));
        return bytes.entrySet().stream()
                .sorted(Map.Entry.<T, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The query over some of its values.
     *
     * @param values all of them
     * @param count how many of the first to keep, at least one
     */
    Narrowing keeping(Quote quote, List<T> values, int count) {
        SortedSet<T> kept = new TreeSet<>(values.subList(0, count));
        SortedSet<T> dropped = new TreeSet<>(values.subList(count, values.size()));
        String effect = kept.size() == 1 && dropped.size() > 1
                ? "keeps only " + kept.first()
                : "leaves out " + join(dropped, ", ");
        return new Narrowing(
                new Remedy.Argument(flag, join(kept, ",")),
                effect,
                quote.within(range.apply(kept)).estimate());
    }

    private static String join(SortedSet<?> values, String separator) {
        return values.stream().map(Object::toString).collect(Collectors.joining(separator));
    }
}
