package dev.trailwise.aws.trails;

import dev.trailwise.aws.trails.EventSelector.Category;
import dev.trailwise.aws.trails.FieldCondition.Operator;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DataResource;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;

/**
 * Event selectors, classic ones as the advanced ones that mean the same.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html">Classic selectors</a>
 */
final class SelectorReader {
    private SelectorReader() {}

    static List<EventSelector> read(GetEventSelectorsResponse answer) {
        List<EventSelector> selectors = new ArrayList<>();
        answer.advancedEventSelectors()
                .forEach(selector -> selectors.add(new EventSelector(selector.fieldSelectors().stream()
                        .flatMap(field -> conditions(field).stream())
                        .toList())));
        answer.eventSelectors().forEach(selector -> addClassic(selector, selectors));
        return selectors;
    }

    private static List<FieldCondition> conditions(AdvancedFieldSelector selector) {
        List<FieldCondition> conditions = new ArrayList<>();
        add(conditions, selector, Operator.EQUALS, selector.equalsValue());
        add(conditions, selector, Operator.STARTS_WITH, selector.startsWith());
        add(conditions, selector, Operator.ENDS_WITH, selector.endsWith());
        add(conditions, selector, Operator.NOT_EQUALS, selector.notEquals());
        add(conditions, selector, Operator.NOT_STARTS_WITH, selector.notStartsWith());
        add(conditions, selector, Operator.NOT_ENDS_WITH, selector.notEndsWith());
        return conditions;
    }

    private static void add(
            List<FieldCondition> conditions, AdvancedFieldSelector selector, Operator operator, List<String> values) {
        if (!values.isEmpty()) {
            conditions.add(new FieldCondition(selector.field(), operator, values));
        }
    }

    private static void addClassic(
            software.amazon.awssdk.services.cloudtrail.model.EventSelector classic, List<EventSelector> selectors) {
        if (!Boolean.FALSE.equals(classic.includeManagementEvents())) {
            EventSelector management = readsAndWrites(classic, EventSelector.of(Category.MANAGEMENT));
            List<String> excluded = classic.excludeManagementEventSources();
            selectors.add(
                    excluded.isEmpty()
                            ? management
                            : management.and(new FieldCondition("eventSource", Operator.NOT_EQUALS, excluded)));
        }
        for (DataResource resource : classic.dataResources()) {
            EventSelector data = readsAndWrites(
                    classic, EventSelector.of(Category.DATA, FieldCondition.of("resources.type", resource.type())));
            selectors.add(
                    resource.values().isEmpty() || resource.values().stream().anyMatch(SelectorReader::isEverything)
                            ? data
                            : data.and(new FieldCondition("resources.ARN", Operator.STARTS_WITH, resource.values())));
        }
    }

    /** A service alone, {@code arn:aws:s3} or {@code arn:aws:lambda}, means all its resources. */
    private static boolean isEverything(String arn) {
        return arn.replaceAll(":+$", "").split(":").length == 3;
    }

    private static EventSelector readsAndWrites(
            software.amazon.awssdk.services.cloudtrail.model.EventSelector classic, EventSelector selector) {
        ReadWriteType type = classic.readWriteType();
        return switch (type == null ? ReadWriteType.ALL : type) {
            case READ_ONLY -> selector.and(FieldCondition.of("readOnly", "true"));
            case WRITE_ONLY -> selector.and(FieldCondition.of("readOnly", "false"));
            default -> selector;
        };
    }
}
