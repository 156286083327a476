package dev.trailwise.sql.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trailwise.sql.text.SqlProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a path is evaluated on.
 *
 * @param run the evaluation that it belongs to
 * @param item what {@code @} stands for, inside of a filter
 * @param last what {@code last} stands for, inside of a subscript
 */
record Scope(Run run, @Nullable Object item, int last) {
    Scope withItem(Object current) {
        return new Scope(run, current, last);
    }

    Scope withLast(int index) {
        return new Scope(run, item, index);
    }

    /** The items, with each array replaced by its elements in lax mode. */
    List<Object> unwrapped(List<Object> items) {
        if (!run.lax) {
            return items;
        }
        List<Object> all = new ArrayList<>();
        for (Object one : items) {
            if (one instanceof JsonNode node && node.isArray()) {
                node.forEach(all::add);
            } else {
                all.add(one);
            }
        }
        run.work(all.size());
        return all;
    }

    /** One evaluation of a path. */
    static final class Run {
        private static final long MOST_STEPS = 20_000_000;

        final boolean lax;
        final JsonNode input;
        private int objects;
        private long steps;

        Run(boolean lax, JsonNode input) {
            this.lax = lax;
            this.input = input;
        }

        /** The number of the next object that {@code keyvalue()} takes apart. */
        int nextObject() {
            return objects++;
        }

        /** Counts steps, so that no value keeps the engine busy forever. */
        void work(long count) {
            steps += count;
            if (steps > MOST_STEPS) {
                throw new PathAbort("a JSON path of so many steps" + SqlProblem.LOCAL_ONLY);
            }
        }
    }
}
