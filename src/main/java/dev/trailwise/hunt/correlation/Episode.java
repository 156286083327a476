package dev.trailwise.hunt.correlation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A finding that later windows may still add to. */
final class Episode {
    private static final int MOST_IDS = 20;

    private final List<String> ids = new ArrayList<>();
    private final long first;
    private BigDecimal value;
    private long events;
    private long last = Long.MIN_VALUE;
    private String lastEvent = "";

    Episode(Iterable<Entry> window, BigDecimal value) {
        this.first = window.iterator().next().second;
        this.value = value;
    }

    /** Takes a window that matches; those of its events that are not later than the last one are known. */
    void add(Iterable<Entry> window, BigDecimal number, boolean most) {
        long known = last;
        for (Entry entry : window) {
            if (entry.second > known) {
                events++;
                if (ids.size() < MOST_IDS) {
                    ids.add(entry.id);
                }
                lastEvent = entry.second > last || entry.id.compareTo(lastEvent) > 0 ? entry.id : lastEvent;
                last = entry.second;
            }
        }
        value = most ? value.max(number) : value.min(number);
    }

    long last() {
        return last;
    }

    CorrelationFinding finding(List<String> group) {
        return new CorrelationFinding(group, value, events, first, last, lastEvent, ids);
    }
}
