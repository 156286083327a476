package dev.trailwise.hunt;

import dev.trailwise.query.SavedQuery;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the statements before the last one found.
 *
 * @param events events with the names of their detections
 * @param counted the rows of detections that count or compare events
 */
record HuntRows(CollectedRows events, Map<SavedQuery, CollectedRows> counted) {
    HuntRows() {
        this(new CollectedRows(), new LinkedHashMap<>());
    }
}
