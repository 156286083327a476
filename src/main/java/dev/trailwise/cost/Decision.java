package dev.trailwise.cost;

import dev.trailwise.failure.Remedy;
import java.util.List;

/** What a budget says of a query. */
public sealed interface Decision {
    /** It may run. */
    record Allowed() implements Decision {}

    /**
     * It may run when a person agrees.
     *
     * @param cost what it costs
     * @param confirmAbove what would not have been asked about
     */
    record Confirm(Usd cost, Usd confirmAbove) implements Decision {}

    /**
     * It must not run.
     *
     * @param reasons each limit that it exceeds, in words
     * @param ways how it could cost less, the cheapest first; at most three
     * @param remedies what raises the limits far enough, all of them together; empty when one cannot be raised
     */
    record Refused(List<String> reasons, List<Narrowing> ways, List<Remedy> remedies) implements Decision {
        public Refused {
            reasons = List.copyOf(reasons);
            ways = List.copyOf(ways);
            remedies = List.copyOf(remedies);
        }
    }
}
