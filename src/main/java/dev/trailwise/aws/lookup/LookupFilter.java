package dev.trailwise.aws.lookup;

import dev.trailwise.sql.scan.TableScan;
import dev.trailwise.trail.LogKind;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;

/**
 * What LookupEvents is asked for: one request takes one attribute with one value, so a list takes a request for each.
 *
 * @param key the attribute
 * @param values its values; empty to fetch all events
 */
public record LookupFilter(LookupAttributeKey key, SortedSet<String> values) {
    /** All events. */
    public static final LookupFilter NONE = new LookupFilter(LookupAttributeKey.EVENT_NAME, new TreeSet<>());

    /** Longer lists cost more requests than they save. */
    private static final int MOST_VALUES = 30;

    private static final int LONGEST_VALUE = 1_000;

    public LookupFilter {
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }

    /** A column that an attribute equals in every event, the most selective first. */
    private enum Known {
        EVENT_ID(LookupAttributeKey.EVENT_ID, "eventid"),
        ACCESS_KEY_ID(LookupAttributeKey.ACCESS_KEY_ID, "useridentity.accesskeyid") {
            @Override
            String original(String lowerCase) {
                return lowerCase.toUpperCase(Locale.ROOT); // as IAM writes its ids
            }
        },
        USERNAME(LookupAttributeKey.USERNAME, "useridentity.username") {
            /** Other identities are found by the names of their sessions, which the column does not contain. */
            @Override
            SortedSet<String> texts(TableScan scan) {
                boolean users = Set.of("IAMUser").equals(scan.texts().get("useridentity.type"));
                return users ? super.texts(scan) : new TreeSet<>();
            }
        },
        EVENT_NAME(LookupAttributeKey.EVENT_NAME, "eventname"),
        EVENT_SOURCE(LookupAttributeKey.EVENT_SOURCE, "eventsource"),
        READ_ONLY(LookupAttributeKey.READ_ONLY, "readonly");

        private final LookupAttributeKey key;
        private final String column;

        Known(LookupAttributeKey key, String column) {
            this.key = key;
            this.column = column;
        }

        /** The value as CloudTrail writes it; the capitals of an event name cannot be derived from lower case. */
        String original(String lowerCase) {
            return lowerCase;
        }

        /** The values that the events of a scan have; empty when any value may be among them. */
        SortedSet<String> texts(TableScan scan) {
            Set<String> exact = scan.texts().getOrDefault(column, Set.of());
            if (!exact.isEmpty() || this == EVENT_NAME || this == USERNAME) {
                return new TreeSet<>(exact);
            }
            return scan.texts().getOrDefault(TableScan.lower(column), Set.of()).stream()
                    .map(this::original)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * The filter that finds every event which one of the scans can keep.
     *
     * @param kind what the table contains
     * @param scans each time that the query reads the table
     */
    public static LookupFilter of(LogKind kind, List<TableScan> scans) {
        if (kind != LogKind.EVENTS) { // Insights are few
            return NONE;
        }
        return Stream.of(Known.values())
                .map(known -> new LookupFilter(known.key, every(known, scans)))
                .filter(filter -> !filter.values.isEmpty() && filter.values.size() <= MOST_VALUES)
                .filter(filter ->
                        filter.values.stream().noneMatch(value -> value.isEmpty() || value.length() > LONGEST_VALUE))
                .findFirst()
                .orElse(NONE);
    }

    /** The values of all scans together; empty when one of them may have any value. */
    private static SortedSet<String> every(Known known, List<TableScan> scans) {
        SortedSet<String> all = new TreeSet<>();
        for (TableScan scan : scans) {
            SortedSet<String> texts = known.texts(scan);
            if (texts.isEmpty()) {
                return new TreeSet<>();
            }
            all.addAll(texts);
        }
        return all;
    }

    /** Whether a scan can only keep events that LookupEvents never has: data events. */
    public static boolean keepsDataEventsOnly(TableScan scan) {
        Map<String, Set<String>> texts = scan.texts();
        return (texts.containsKey("eventcategory")
                        && !texts.get("eventcategory").contains("Management"))
                || Set.of("false").equals(texts.get("managementevent"));
    }

    /** Whether a scan only keeps management events, which LookupEvents has all of. */
    public static boolean keepsManagementEventsOnly(TableScan scan) {
        Map<String, Set<String>> texts = scan.texts();
        return Set.of("Management").equals(texts.get("eventcategory"))
                || Set.of("true").equals(texts.get("managementevent"));
    }

    @Override
    public String toString() {
        return values.isEmpty() ? "all events" : key + " " + String.join(", ", values);
    }
}
