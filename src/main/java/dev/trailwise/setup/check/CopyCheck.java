package dev.trailwise.setup.check;

import dev.trailwise.aws.trails.ApiResult;
import dev.trailwise.aws.trails.EventSelector;
import dev.trailwise.aws.trails.EventSelector.Category;
import dev.trailwise.aws.trails.TrailConfiguration;
import dev.trailwise.aws.trails.TrailState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether several trails record the same management events: AWS delivers the first copy in each Region free.
 *
 * @see <a href="https://aws.amazon.com/cloudtrail/pricing/">Prices of CloudTrail</a>
 */
final class CopyCheck {
    private static final String CHECK = "paid copies";
    private static final String MATTERS =
            "the first copy of management events in a Region is free, each further one costs $2.00 per 100,000 events"
                    + " (aws.amazon.com/cloudtrail/pricing)";

    private CopyCheck() {}

    /**
     * Findings about all trails of the account.
     *
     * @param trails those whose selectors are known or not
     */
    static List<Finding> of(List<TrailState> trails) {
        if (trails.size() < 2) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        List<TrailState> widestFirst = trails.stream()
                .sorted(Comparator.comparing((TrailState state) -> state.trail().organizationTrail())
                        .thenComparing(state -> state.trail().multiRegion())
                        .reversed()
                        .thenComparing(state -> state.trail().arn()))
                .toList();
        for (int i = 0; i < widestFirst.size(); i++) {
            TrailState trail = widestFirst.get(i);
            finding(trail, widestFirst.subList(0, i)).ifPresent(findings::add);
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok("", CHECK, "no two trails record the same management events", MATTERS));
        }
        return findings;
    }

    private static Optional<Finding> finding(TrailState trail, List<TrailState> others) {
        if (trail.selectors() instanceof ApiResult.Unknown<List<EventSelector>> unknown) {
            return Optional.of(Finding.unknown(trail.trail().name(), CHECK, unknown, MATTERS));
        }
        return others.stream()
                .filter(other -> overlap(trail, other))
                .findFirst()
                .map(other -> Finding.of(
                        trail.trail().name(),
                        CHECK,
                        Level.WARNING,
                        "records management events that trail " + other.trail().name() + " records too",
                        MATTERS,
                        change(trail)));
    }

    private static boolean overlap(TrailState one, TrailState other) {
        TrailConfiguration trail = one.trail();
        boolean sameRegion = trail.multiRegion()
                || other.trail().multiRegion()
                || trail.home().equals(other.trail().home());
        return sameRegion
                && logs(one)
                && logs(other)
                && List.of(true, false).stream().anyMatch(reads -> records(one, reads) && records(other, reads));
    }

    /** A trail whose status is not known may be on. */
    private static boolean logs(TrailState state) {
        return state.status().fold(status -> status.logging(), unknown -> true);
    }

    private static boolean records(TrailState state, boolean reads) {
        return management(state).stream().anyMatch(selector -> selector.records(reads));
    }

    private static List<EventSelector> management(TrailState state) {
        return EventChecks.of(Category.MANAGEMENT, selectors(state));
    }

    private static List<EventSelector> selectors(TrailState state) {
        return state.selectors().fold(known -> known, unknown -> List.of());
    }

    /** A trail of other events too goes on with these. */
    private static Change change(TrailState state) {
        List<EventSelector> others = new ArrayList<>(selectors(state));
        others.removeAll(management(state));
        TrailChange change = new TrailChange(state.trail());
        return others.isEmpty() ? change.stop() : change.record(others);
    }
}
