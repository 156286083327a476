package dev.trailwise.local.scan;

import dev.trailwise.logs.EventReader;
import dev.trailwise.logs.Leaves;
import dev.trailwise.sql.scan.TextCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Decides events by conditions on their texts, which are read beside the values that are wanted. */
final class EventFilter {
    private final int[] leaves;
    private final TextFilter[] filters;

    private EventFilter(List<Integer> leaves, List<TextFilter> filters) {
        this.leaves = leaves.stream().mapToInt(Integer::intValue).toArray();
        this.filters = filters.toArray(TextFilter[]::new);
    }

    /** One of the conditions that are on texts of the log. */
    static EventFilter of(List<TextCondition> conditions, Leaves all) {
        List<Integer> leaves = new ArrayList<>();
        List<TextFilter> filters = new ArrayList<>();
        for (TextCondition condition : conditions) {
            Optional<int[]> leaf = all.texts(List.of(condition.path()));
            if (leaf.isPresent()) {
                leaves.add(leaf.get()[0]);
                filters.add(new TextFilter(condition));
            }
        }
        return new EventFilter(leaves, filters);
    }

    /** The leaves to read: those that are wanted, and then its own. */
    int[] added(int[] wanted) {
        return IntStream.concat(IntStream.of(wanted), IntStream.of(leaves)).toArray();
    }

    /** Its test of a reader of such leaves. */
    Predicate<EventReader> after(int wanted) {
        return event -> {
            for (int k = 0; k < filters.length; k++) {
                if (!filters[k].accepts(event.value(wanted + k))) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Whether it looks at each of the conditions. */
    boolean decides(List<TextCondition> conditions) {
        return filters.length == conditions.size();
    }
}
