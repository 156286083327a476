package dev.trailwise.hunt;

import dev.trailwise.query.SavedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the statements before the last one found.
 *
 * @param events events with the names of their detections
 * @param counted the rows of detections that count or compare events
 */
record HuntRows(List<@Nullable Object[]> events, Map<SavedQuery, CollectedRows> counted) {
    HuntRows() {
        this(new ArrayList<>(), new LinkedHashMap<>());
    }
}
