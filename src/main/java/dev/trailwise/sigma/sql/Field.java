package dev.trailwise.sigma.sql;

import java.util.List;

/** Where the values of a field are. */
sealed interface Field {
    /** An expression whose value is text. */
    record Text(String sql) implements Field {}

    /** A column that holds an object as JSON text. */
    record Document(String column) implements Field {}

    /** Values inside such a column, of any element where there are lists. */
    record Inside(String column, List<String> keys) implements Field {
        public Inside {
            keys = List.copyOf(keys);
        }
    }

    /** A field of each element of a list. */
    record OfElements(String list, String field) implements Field {}

    /** An object or list whose text the table does not have. */
    record Whole(String sql) implements Field {}

    /** CloudTrail has no such field. */
    record Unknown() implements Field {}
}
