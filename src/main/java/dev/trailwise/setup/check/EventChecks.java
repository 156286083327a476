package dev.trailwise.setup.check;

import dev.trailwise.aws.trails.EventSelector;
import dev.trailwise.aws.trails.EventSelector.Category;
import dev.trailwise.aws.trails.FieldCondition;
import dev.trailwise.aws.trails.TrailConfiguration;
import dev.trailwise.aws.trails.TrailState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which events a trail records. */
final class EventChecks {
    private static final String MANAGEMENT_MATTERS =
            "reads show discovery, writes show changes; queries miss what is not recorded";
    private static final String DATA_MATTERS =
            "reads of S3 objects and other access to data are in no other event; $0.10 per 100,000 events";
    private static final String NETWORK_MATTERS =
            "calls through VPC endpoints with credentials of other organizations; charged per event";
    private static final String INSIGHTS_MATTER =
            "unusual rates of calls or errors; charged for each management event that is analyzed";

    private static final List<String> INSIGHTS = List.of("ApiCallRateInsight", "ApiErrorRateInsight");

    private EventChecks() {}

    static List<Finding> of(TrailState state) {
        TrailConfiguration trail = state.trail();
        String name = trail.name();
        List<Finding> events = state.selectors()
                .fold(
                        selectors -> List.of(
                                management(trail, selectors),
                                others(trail, selectors, Category.DATA),
                                others(trail, selectors, Category.NETWORK_ACTIVITY)),
                        unknown -> List.of(
                                Finding.unknown(name, "management events", unknown, MANAGEMENT_MATTERS),
                                Finding.unknown(name, "data events", unknown, DATA_MATTERS),
                                Finding.unknown(name, "network activity", unknown, NETWORK_MATTERS)));
        Finding insights = state.insights()
                .fold(
                        types -> insights(trail, types),
                        unknown -> Finding.unknown(name, "Insights", unknown, INSIGHTS_MATTER));
        return Stream.concat(events.stream(), Stream.of(insights)).toList();
    }

    private static Finding management(TrailConfiguration trail, List<EventSelector> selectors) {
        List<EventSelector> management = of(Category.MANAGEMENT, selectors);
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Boolean> kind : new TreeMap<>(Map.of("read", true, "write", false)).entrySet()) {
            if (management.stream().noneMatch(selector -> selector.records(kind.getValue()))) {
                missing.add("no " + kind.getKey() + " events");
            } else if (management.stream()
                    .noneMatch(selector -> selector.records(kind.getValue()) && !selector.narrowed())) {
                missing.add("only some " + kind.getKey() + " events ("
                        + management.stream().map(EventSelector::text).collect(Collectors.joining("; ")) + ")");
            }
        }
        List<String> excluded = management.isEmpty()
                ? List.of()
                : management.get(0).excludedSources().stream()
                        .filter(source -> management.stream()
                                .allMatch(other -> other.excludedSources().contains(source)))
                        .toList();
        String without = excluded.isEmpty() ? "" : "without " + String.join(", ", excluded);
        Level level = !missing.isEmpty() ? Level.WARNING : excluded.isEmpty() ? Level.OK : Level.NOTE;
        if (level == Level.OK) {
            return Finding.ok(trail.name(), "management events", "reads and writes", MANAGEMENT_MATTERS);
        }
        String recorded = missing.isEmpty() ? "reads and writes" : String.join(", ", missing);
        List<EventSelector> complete = new ArrayList<>(selectors);
        complete.removeAll(management);
        complete.add(0, EventSelector.of(Category.MANAGEMENT));
        return Finding.of(
                trail.name(),
                "management events",
                level,
                without.isEmpty() ? recorded : recorded + ", " + without,
                MANAGEMENT_MATTERS,
                new TrailChange(trail).record(complete));
    }

    private static Finding others(TrailConfiguration trail, List<EventSelector> selectors, Category category) {
        boolean data = category == Category.DATA;
        String check = data ? "data events" : "network activity";
        String why = data ? DATA_MATTERS : NETWORK_MATTERS;
        List<EventSelector> recorded = of(category, selectors);
        if (!recorded.isEmpty()) {
            String covered = recorded.stream().map(EventSelector::text).collect(Collectors.joining("; "));
            return Finding.ok(trail.name(), check, covered, why);
        }
        List<EventSelector> more = new ArrayList<>(selectors);
        more.add(
                data
                        ? EventSelector.of(category, FieldCondition.of("resources.type", "AWS::S3::Object"))
                        : EventSelector.of(
                                category,
                                FieldCondition.of("eventSource", "s3.amazonaws.com"),
                                FieldCondition.of("errorCode", "VpceAccessDenied")));
        return Finding.of(trail.name(), check, Level.NOTE, "not recorded", why, new TrailChange(trail).record(more));
    }

    private static Finding insights(TrailConfiguration trail, SortedSet<String> types) {
        if (types.containsAll(INSIGHTS)) {
            return Finding.ok(trail.name(), "Insights", "on: call rate and error rate", INSIGHTS_MATTER);
        }
        return Finding.of(
                trail.name(),
                "Insights",
                Level.NOTE,
                types.isEmpty() ? "off" : "only " + String.join(", ", types),
                INSIGHTS_MATTER,
                new TrailChange(trail).insights(INSIGHTS));
    }

    static List<EventSelector> of(Category category, List<EventSelector> selectors) {
        return selectors.stream().filter(selector -> selector.isOf(category)).toList();
    }
}
