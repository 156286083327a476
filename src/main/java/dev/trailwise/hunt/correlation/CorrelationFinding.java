package dev.trailwise.hunt.correlation;

import java.math.BigDecimal;
import java.util.List;

/**
 * Events of one group, in one or several windows that overlap, each of which is as a correlation wants it.
 *
 * @param group the values that the events have in common, in the order of the correlation
 * @param value the number of the window that has the most, or the least where the correlation wants few
 * @param events how many events there are in all windows
 * @param first the time of the first event, in seconds since 1970
 * @param last the time of the last event
 * @param lastEvent the id of the last event
 * @param ids the ids of the first events
 */
public record CorrelationFinding(
        List<String> group, BigDecimal value, long events, long first, long last, String lastEvent, List<String> ids) {
    public CorrelationFinding {
        group = List.copyOf(group);
        ids = List.copyOf(ids);
    }
}
