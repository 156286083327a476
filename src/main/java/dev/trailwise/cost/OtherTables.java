package dev.trailwise.cost;

import dev.trailwise.sql.TableReference;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a query that Trailwise did not define.
 *
 * @param measured those whose files are known
 * @param unpriced the names of the others, as the query's author wrote them
 */
public record OtherTables(List<OtherTable> measured, List<String> unpriced) {
    static final OtherTables NONE = new OtherTables(List.of(), List.of());

    public OtherTables {
        measured = List.copyOf(measured);
        unpriced = List.copyOf(unpriced);
    }

    /** Finds the size of such a table. */
    @FunctionalInterface
    public interface Sizes {
        /** Where no catalog is asked. */
        Sizes UNKNOWN = table -> Optional.empty();

        /** No less than what the table holds; nothing when that is not known. */
        Optional<OtherTable.Size> of(TableReference table);
    }
}
