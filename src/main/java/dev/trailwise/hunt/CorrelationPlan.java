package dev.trailwise.hunt;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.sigma.SigmaCorrelation;
import dev.trailwise.sigma.SigmaRule;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The correlations of a hunt.
 *
 * @param correlations those with findings
 */
public record CorrelationPlan(List<SigmaCorrelation> correlations) {
    static final CorrelationPlan NONE = new CorrelationPlan(List.of());

    public CorrelationPlan {
        correlations = List.copyOf(correlations);
    }

    boolean isEmpty() {
        return correlations.isEmpty();
    }

    /** The rules that they need. */
    Set<SigmaRule> rules() {
        return correlations.stream()
                .flatMap(SigmaCorrelation::rules)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The fields of events that they need. */
    List<String> fields() {
        return correlations.stream()
                .flatMap(SigmaCorrelation::fields)
                .distinct()
                .toList();
    }

    /** How long before its last event a finding of one window can begin. */
    Duration longest() {
        return correlations.stream()
                .map(CorrelationPlan::reach)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** A window of correlations ends with windows of those that it refers to. */
    private static Duration reach(SigmaCorrelation correlation) {
        return correlation.chain().map(part -> part.correlation().timespan()).reduce(Duration.ZERO, Duration::plus);
    }

    /** What it adds to the price: nothing, but rows that come back. */
    String text() {
        return (correlations.size() == 1 ? "1 correlation" : correlations.size() + " correlations")
                + " in the same scan; every event of these rules is returned by the query: "
                + rules().stream().map(SigmaRule::name).collect(Collectors.joining(", "));
    }

    /** @throws Failure when the rules are not all in the statement whose events are correlated */
    void check(List<FusedStatement> statements) {
        if (isEmpty()) {
            return;
        }
        Collection<String> first =
                statements.get(0).detections().stream().map(SavedQuery::name).collect(Collectors.toSet());
        if (!rules().stream().map(SigmaRule::name).allMatch(first::contains)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "the rules that correlations use are too long for one statement; run fewer correlations at once");
        }
    }
}
