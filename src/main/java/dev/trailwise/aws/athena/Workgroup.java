package dev.trailwise.aws.athena;

import dev.trailwise.cost.Bytes;
import java.util.Optional;

/**
 * An Athena workgroup, as far as it bears on a query.
 *
 * @param name its name
 * @param known whether its settings could be read; when not, they are taken for the usual ones
 * @param enforced whether its settings beat those of a query
 * @param managed whether Athena keeps results in a storage of its own
 * @param output where it has results written; none when it leaves that to the query
 * @param cutoff how much a query may scan before Athena stops it; none when there is no limit
 * @param engineVersion the engine that it runs, such as {@code Athena engine version 3}; empty when not known
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html">API</a>
 */
public record Workgroup(
        String name,
        boolean known,
        boolean enforced,
        boolean managed,
        Optional<String> output,
        Optional<Bytes> cutoff,
        String engineVersion) {

    /** One whose settings may not be read. */
    static Workgroup unknown(String name) {
        return new Workgroup(name, false, false, false, Optional.empty(), Optional.empty(), "");
    }

    /**
     * Where a query has to say that its result goes; none when it has no say.
     *
     * @param wanted what the user's settings say
     */
    Optional<String> outputFor(Optional<String> wanted) {
        return enforced || managed ? Optional.empty() : wanted;
    }

    /** Whether Athena has a place for the results of a query that names this one. */
    public boolean hasPlace(Optional<String> named) {
        return !known || managed || output.isPresent() || named.isPresent();
    }
}
