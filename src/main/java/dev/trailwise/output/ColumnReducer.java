package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table that is too wide stay, so that it stays a table: columns without values go first, then the
 * last ones. The first column, which identifies the row, always stays, and so does at least half of the columns, or a
 * third where that leaves names whole.
 */
final class ColumnReducer {
    private final List<Integer> kept;
    private final int[] widths;

    private ColumnReducer(List<Integer> kept, int[] widths) {
        this.kept = kept;
        this.widths = widths;
    }

    /** The places of the columns that stay, in order. */
    List<Integer> kept() {
        return kept;
    }

    /** Their widths. */
    int[] widths() {
        return widths.clone();
    }

    /**
     * Nothing when even half of the columns are too wide.
     *
     * @param names whether names stay whole
     */
    static Optional<ColumnReducer> of(
            List<ResultColumn> columns, List<@Nullable String[]> rows, int width, boolean names) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            kept.add(i);
        }
        List<Integer> leaving = leaving(columns.size(), rows);
        int most = columns.size() - (columns.size() + 1) / (names ? 3 : 2);
        for (int dropped = 0; dropped < most; dropped++) {
            kept.remove(leaving.get(dropped));
            Optional<int[]> fitted = ColumnWidths.of(
                            kept.stream().map(columns::get).toList(),
                            rows.stream().map(row -> cells(row, kept)).toList(),
                            names)
                    .fit(width, false);
            if (fitted.isPresent()) {
                return Optional.of(new ColumnReducer(List.copyOf(kept), fitted.get()));
            }
        }
        return Optional.empty();
    }

    private static List<Integer> leaving(int count, List<@Nullable String[]> rows) {
        List<Integer> empty = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = count - 1; i > 0; i--) {
            int column = i;
            boolean none = rows.stream().allMatch(row -> row[column] == null);
            (none ? empty : others).add(i);
        }
        empty.addAll(others);
        return empty;
    }

    /** The cells of the columns that stay. */
    static @Nullable String[] cells(@Nullable String[] row, List<Integer> kept) {
        @Nullable String[] cells = new @Nullable String[kept.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row[kept.get(i)];
        }
        return cells;
    }
}
