package dev.trailwise.local;

import java.util.Set;

/**
 * Which fields of a table's structs a query reads. DuckDB asks the function for the columns that it needs, but cannot ask
 * for a part of a struct, and most questions name one or two of the thirty fields of {@code useridentity}: the others
 * need not be sliced.
 */
final class UsedFields {
    private final boolean everything;
    private final Set<String> paths;

    private UsedFields(boolean everything, Set<String> paths) {
        this.everything = everything;
        this.paths = paths;
    }

    /** All of them. */
    static UsedFields everything() {
        return new UsedFields(true, Set.of());
    }

    /** These columns and fields, such as {@code useridentity.arn}, whole. */
    static UsedFields of(Set<String> paths) {
        return new UsedFields(false, Set.copyOf(paths));
    }

    /** Whether a column is named. */
    boolean names(String column) {
        return paths.contains(column);
    }

    /** Whether a field is read, or something in it, or a struct around it. */
    boolean reads(String path) {
        return whole(path) || paths.stream().anyMatch(used -> used.startsWith(path + "."));
    }

    /** Whether all of a struct is read, so that it matters whether it is there. */
    boolean whole(String path) {
        return everything || paths.stream().anyMatch(used -> path.equals(used) || path.startsWith(used + "."));
    }
}
