package dev.trailwise.follow.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A credential or a principal of the tree, with what it did in the scope.
 *
 * @param id what others refer to it by
 * @param keys its access keys: several where a console session has one after the other; none for a name alone
 * @param origins what made it, earliest first
 * @param knownOrigin whether it was looked for
 * @param whole whether all of its calls are counted, or only those that link credentials
 * @param made what it made, as links to others, followed or not
 * @param notFollowed how many of these the walk leaves out
 */
public record Credential(
        NodeId id,
        List<String> keys,
        String principal,
        String type,
        String account,
        String session,
        String issuer,
        String sourceIdentity,
        List<Link> origins,
        boolean knownOrigin,
        boolean whole,
        String first,
        String last,
        long events,
        Map<Outcome, Long> outcomes,
        Map<String, Long> addresses,
        Map<String, Long> writes,
        Map<String, Long> denied,
        List<Link> made,
        long notFollowed) {
    /** What became of calls. */
    public enum Outcome {
        READ("read", "reads"),
        WRITE("write", "writes"),
        DENIED("denied", "denied"),
        FAILED("failed", "failed");

        private final String one;
        private final String many;

        Outcome(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** The name of its count in JSON. */
        public String column() {
            return many;
        }

        /** The noun after a count. */
        public String label(long count) {
            return count == 1 ? one : many;
        }
    }

    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** What made it, if an event of the scope did. */
    public Optional<Link> origin() {
        return origins.stream().findFirst();
    }
}
