package dev.trailwise.hunt.correlation;

import java.util.ArrayList;
import java.util.List;

/** The groups that an event is in: one for each choice of a value of each field. */
final class GroupKeys {
    /** Lists in events are as long as who sends the request likes. */
    private static final int MOST = 10_000;

    private GroupKeys() {}

    /** The groups; none when a field has no value, or when there are too many. */
    static List<List<String>> of(MatchedEvent event, List<String> fields) {
        List<List<String>> keys = List.of(List.of());
        for (String field : fields) {
            List<List<String>> longer = new ArrayList<>();
            List<String> texts = event.texts(field);
            if (areTooMany(keys, texts)) {
                return List.of();
            }
            for (List<String> key : keys) {
                for (String text : texts) {
                    List<String> more = new ArrayList<>(key);
                    more.add(text);
                    longer.add(more);
                }
            }
            keys = longer;
        }
        return keys;
    }

    /** Whether an event is left out because it is in too many groups. */
    static boolean areTooMany(MatchedEvent event, List<String> fields) {
        long count = 1;
        for (String field : fields) {
            count *= event.texts(field).size();
            if (count > MOST) {
                return true;
            }
        }
        return false;
    }

    private static boolean areTooMany(List<List<String>> keys, List<String> texts) {
        return (long) keys.size() * texts.size() > MOST;
    }
}
