package dev.trailwise.history;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.cost.Usd;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What several questions cost together.
 *
 * @param runs how many ran
 * @param refused how many were not let run
 * @param scanned the bytes that were read
 * @param scans dollars that Athena billed; for a query whose end is not known, the estimate
 * @param requests dollars for S3 requests, as estimated
 * @param deviation how far the estimates were off; none when there is nothing to compare
 */
public record Totals(long runs, long refused, Bytes scanned, Usd scans, Usd requests, Optional<Deviation> deviation) {
    /**
     * How far what was billed is from what was estimated, as a part of the latter: 0.1 when a tenth more was billed.
     *
     * @param compared how many answers it is of
     * @param median the middle of the distances, without their signs
     * @param worst the largest distance, below zero when less was billed
     */
    public record Deviation(int compared, double median, double worst) {}

    /** The totals of these entries. */
    public static Totals of(List<LedgerEntry> entries) {
        long refused = entries.stream()
                .filter(entry -> entry.outcome() == Outcome.REFUSED)
                .count();
        return new Totals(
                entries.size() - refused,
                refused,
                entries.stream()
                        .flatMap(entry -> entry.spent().stream())
                        .map(ActualCost::scanned)
                        .reduce(Bytes.ZERO, Bytes::plus),
                entries.stream().map(LedgerEntry::scanCost).reduce(Usd.ZERO, Usd::plus),
                entries.stream().map(LedgerEntry::requestCost).reduce(Usd.ZERO, Usd::plus),
                deviation(entries));
    }

    /** Dollars altogether. */
    public Usd spent() {
        return scans.plus(requests);
    }

    private static Optional<Deviation> deviation(List<LedgerEntry> entries) {
        List<Double> deviations = entries.stream()
                .filter(entry -> entry.outcome() == Outcome.SUCCEEDED)
                .flatMap(Totals::deviation)
                .sorted(Comparator.comparing(Math::abs))
                .toList();
        return deviations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deviation(
                        deviations.size(),
                        Math.abs(deviations.get(deviations.size() / 2)),
                        deviations.get(deviations.size() - 1)));
    }

    /** Of an answer that was taken from an earlier one nothing is billed, which no estimate foresees. */
    private static Stream<Double> deviation(LedgerEntry entry) {
        return entry.expected().stream()
                .flatMap(expected -> entry.spent().stream()
                        .filter(spent -> spent.billed().count() > 0)
                        .map(spent -> spent.billed().count()
                                        / (double) ScanPrice.billed(expected.bytes())
                                                .count()
                                - 1));
    }
}
