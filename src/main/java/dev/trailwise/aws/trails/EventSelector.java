package dev.trailwise.aws.trails;

import dev.trailwise.aws.trails.FieldCondition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which events a trail records: those that fulfill all conditions. Classic selectors are written as advanced ones.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html">Fields and
 *     operators</a>
 */
public record EventSelector(List<FieldCondition> conditions) {
    private static final String CATEGORY = "eventCategory";
    private static final String READ_ONLY = "readOnly";
    private static final String SOURCE = "eventSource";
    private static final String TYPE = "resources.type";

    public EventSelector {
        conditions = List.copyOf(conditions);
    }

    /** The kinds of events. */
    public enum Category {
        MANAGEMENT("Management"),
        DATA("Data"),
        NETWORK_ACTIVITY("NetworkActivity");

        private final String api;

        Category(String api) {
            this.api = api;
        }
    }

    /** All events of a category that fulfill these conditions too. */
    public static EventSelector of(Category category, FieldCondition... more) {
        List<FieldCondition> conditions = new ArrayList<>();
        conditions.add(FieldCondition.of(CATEGORY, category.api));
        conditions.addAll(List.of(more));
        return new EventSelector(conditions);
    }

    /** The same with one condition more. */
    EventSelector and(FieldCondition condition) {
        List<FieldCondition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new EventSelector(more);
    }

    /** Whether it is about events of this category. */
    public boolean isOf(Category category) {
        return values(CATEGORY, Operator.EQUALS).contains(category.api);
    }

    /** Whether it has read events ({@code true}) or write events ({@code false}). */
    public boolean records(boolean reads) {
        return conditions.stream()
                .filter(condition -> condition.field().equals(READ_ONLY))
                .allMatch(condition -> condition.values().contains(String.valueOf(reads))
                        == (condition.operator() == Operator.EQUALS));
    }

    /** The services that a selector of management events leaves out. */
    public List<String> excludedSources() {
        return values(SOURCE, Operator.NOT_EQUALS);
    }

    /** Whether a selector of management events has other conditions than reads, writes and services left out. */
    public boolean narrowed() {
        return conditions.stream()
                .anyMatch(condition -> !condition.field().equals(CATEGORY)
                        && !condition.field().equals(READ_ONLY)
                        && !(condition.field().equals(SOURCE) && condition.operator() == Operator.NOT_EQUALS));
    }

    /** For people: what it covers, without its category. */
    public String text() {
        String subject = subject();
        List<String> parts = new ArrayList<>();
        parts.add(subject);
        if (!records(true)) {
            parts.add("writes only");
        } else if (!records(false)) {
            parts.add("reads only");
        }
        conditions.stream()
                .filter(condition -> !List.of(CATEGORY, READ_ONLY).contains(condition.field()) && !isSubject(condition))
                .forEach(condition -> parts.add(condition.text()));
        return String.join(", ", parts);
    }

    private String subject() {
        Optional<FieldCondition> subject =
                conditions.stream().filter(EventSelector::isSubject).findFirst();
        return subject.map(condition -> condition.values().stream().collect(Collectors.joining(" and ")))
                .orElse("all");
    }

    private static boolean isSubject(FieldCondition condition) {
        return condition.operator() == Operator.EQUALS
                && (condition.field().equals(TYPE) || condition.field().equals(SOURCE));
    }

    private List<String> values(String field, Operator operator) {
        return conditions.stream()
                .filter(condition -> condition.field().equals(field) && condition.operator() == operator)
                .flatMap(condition -> condition.values().stream())
                .toList();
    }
}
