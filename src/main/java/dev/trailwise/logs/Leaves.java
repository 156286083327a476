package dev.trailwise.logs;

import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The values that can be sliced from an event of a table: the scalar leaves of its columns, whether each struct is
 * there, and account, region and day. A struct comes before its fields.
 */
public final class Leaves {
    private final List<Leaf> all;
    private final Map<String, Integer> indexes = new HashMap<>();

    private final TableDefinition table;

    private Leaves(TableDefinition table, List<Leaf> all) {
        this.table = table;
        this.all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            indexes.put(all.get(i).path(), i);
        }
    }

    /** The leaves of a table, in the order of its columns, partitions last. */
    public static Leaves of(TableDefinition table) {
        List<Leaf> leaves = new ArrayList<>();
        for (Column column : table.columns()) {
            add(column, "", leaves);
        }
        for (Column partition : table.partitions()) {
            leaves.add(new Leaf(partition.name(), Leaf.Kind.PARTITION, partition.type()));
        }
        return new Leaves(table, leaves);
    }

    /** The table whose leaves these are. */
    TableDefinition table() {
        return table;
    }

    /** Every leaf. */
    public List<Leaf> all() {
        return all;
    }

    /**
     * The place of a path in {@link #all()}.
     *
     * @throws IllegalArgumentException when the table has no such leaf
     */
    public int index(String path) {
        Integer index = indexes.get(path);
        if (index == null) {
            throw new IllegalArgumentException("no such leaf: '" + path
                    + "'; a leaf is named for example useridentity.sessioncontext.sourceidentity");
        }
        return index;
    }

    /** The places of paths in {@link #all()}; nothing when one of them is no text of the table. */
    public Optional<int[]> texts(List<String> paths) {
        int[] places = paths.stream()
                .mapToInt(path -> indexes.getOrDefault(path, -1))
                .filter(place -> place >= 0 && all.get(place).kind().isText())
                .toArray();
        return places.length == paths.size() ? Optional.of(places) : Optional.empty();
    }

    private static void add(Column column, String parent, List<Leaf> leaves) {
        // The reader matches keys whatever their case, so that it can use the SQL name for both.
        if (!column.key().toLowerCase(Locale.ROOT).equals(column.name())) {
            throw new IllegalArgumentException(
                    "the column '" + column.name() + "' is not its key '" + column.key() + "' in lower case");
        }
        String path = parent + column.name();
        leaves.add(new Leaf(
                path,
                column.equals(TableDefinition.WHOLE_RECORD) ? Leaf.Kind.RECORD : kind(column.type()),
                column.type()));
        if (column.type() instanceof ColumnType.Struct struct) {
            for (Column field : struct.fields()) {
                add(field, path + ".", leaves);
            }
        }
    }

    private static Leaf.Kind kind(ColumnType type) {
        if (type instanceof ColumnType.Text) {
            return Leaf.Kind.TEXT;
        }
        if (type instanceof ColumnType.JsonText) {
            return Leaf.Kind.JSON_TEXT;
        }
        if (type instanceof ColumnType.Real) {
            return Leaf.Kind.REAL;
        }
        return type instanceof ColumnType.Struct ? Leaf.Kind.PRESENT : Leaf.Kind.NESTED;
    }
}
