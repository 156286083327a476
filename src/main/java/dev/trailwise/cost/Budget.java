package dev.trailwise.cost;

import dev.trailwise.failure.Remedy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a query may cost.
 *
 * @param limits all of them must be kept to
 * @param confirmAbove dollars above which a person is asked first; none when nobody wants to be asked
 */
public record Budget(List<Limit> limits, Optional<Usd> confirmAbove) {
    private static final Budget UNLIMITED = new Budget(List.of(), Optional.empty());

    public Budget {
        limits = List.copyOf(limits);
    }

    /** Anything goes, and nobody is asked. */
    public static Budget unlimited() {
        return UNLIMITED;
    }

    /** Decides about a query. */
    public Decision decide(Quote quote) {
        Estimate estimate = quote.estimate();
        List<Limit> exceeded =
                limits.stream().filter(limit -> !limit.allows(estimate)).toList();
        if (!exceeded.isEmpty()) {
            return new Decision.Refused(
                    exceeded.stream().map(limit -> limit.excess(estimate)).toList(),
                    Narrowings.ways(quote, this::allows),
                    remedies(exceeded, estimate));
        }
        return confirmAbove
                .filter(most -> estimate.total().compareTo(most) > 0)
                .<Decision>map(most -> new Decision.Confirm(estimate.total(), most))
                .orElseGet(Decision.Allowed::new);
    }

    /** What allows the query; nothing when one of the limits cannot be raised. */
    private static List<Remedy> remedies(List<Limit> exceeded, Estimate estimate) {
        String effect = exceeded.size() == 1 ? "allows it" : "is needed to allow it";
        List<Remedy> remedies = exceeded.stream()
                .flatMap(limit -> limit.remedy(estimate, effect).stream())
                .toList();
        return remedies.size() == exceeded.size() ? remedies : List.of();
    }

    /** How much a running query may have scanned when it has to be stopped; none when no amount is too much. */
    public Optional<Bytes> cutoff(Estimate estimate) {
        return limits.stream().flatMap(limit -> limit.cutoff(estimate).stream()).min(Comparator.naturalOrder());
    }

    private boolean allows(Estimate estimate) {
        return limits.stream().allMatch(limit -> limit.allows(estimate));
    }
}
