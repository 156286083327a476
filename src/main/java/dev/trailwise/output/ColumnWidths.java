package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.text.CellWidth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The widths that columns want and need.
 *
 * <p>A width that all values of a column share is that of times, accounts and keys, useless when cut: such columns, and
 * all that are no text, are never cut. Names, which have no spaces, stay whole where they can. Other text may be cut, but not
 * below {@value #READABLE} columns, which hold every IPv4 address and Region.
 */
final class ColumnWidths {
    /** Where nothing is cut, a longer value is written whole and its row alone is out of line. */
    private static final int WIDEST_ALIGNED = 60;

    private static final int READABLE = 15;
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_NAME = 36;
    private static final int SHORTEST_HEADER = 8;

    private final int[] natural;
    private final int[] least;

    private ColumnWidths(int[] natural, int[] least) {
        this.natural = natural;
        this.least = least;
    }

    /**
     * Measures the names of the columns and the rows.
     *
     * @param names whether names of up to {@value #LONGEST_NAME} columns stay whole
     */
    static ColumnWidths of(List<ResultColumn> columns, List<@Nullable String[]> rows, boolean names) {
        int[] natural = new int[columns.size()];
        int[] least = new int[columns.size()];
        for (int i = 0; i < natural.length; i++) {
            int name = CellWidth.of(columns.get(i).name());
            int narrowest = Integer.MAX_VALUE;
            int widest = 1;
            int readable = 1;
            for (@Nullable String[] row : rows) {
                String cell = row[i];
                if (cell != null) {
                    int width = CellWidth.of(cell);
                    narrowest = Math.min(narrowest, width);
                    widest = Math.max(widest, width);
                    readable = Math.max(readable, readable(cell, width, names));
                }
            }
            boolean whole = !text(columns.get(i)) || (narrowest == widest && widest <= LONGEST_CODE);
            natural[i] = Math.max(widest, name);
            least[i] = Math.max(whole ? widest : readable, Math.min(name, SHORTEST_HEADER));
        }
        return new ColumnWidths(natural, least);
    }

    private static int readable(String cell, int width, boolean names) {
        if (names && CellWidth.isName(cell)) {
            int name = CellWidth.ofName(cell, LONGEST_NAME);
            if (name <= LONGEST_NAME) {
                return name;
            }
        }
        return Math.min(width, READABLE);
    }

    private static boolean text(ResultColumn column) {
        return column.type() == ResultType.TEXT || column.type() == ResultType.NESTED;
    }

    /**
     * Widths whose sum, with the gaps, fits; the widest columns give first. None when even the least do not fit.
     *
     * @param whole whether nothing may be cut
     */
    Optional<int[]> fit(int width, boolean whole) {
        if (width == RenderOptions.ANY_WIDTH) {
            return Optional.of(Arrays.stream(natural)
                    .map(wide -> Math.min(wide, WIDEST_ALIGNED))
                    .toArray());
        }
        long room = width - (long) Grid.GAP.length() * Math.max(0, natural.length - 1);
        if (sum(natural) <= room) {
            return Optional.of(natural.clone());
        }
        if (whole || sum(least) > room) {
            return Optional.empty();
        }
        int[] fitted = least.clone();
        for (long spare = room - sum(least); spare > 0; spare--) {
            fitted[narrowestThatWants(fitted)]++;
        }
        return Optional.of(fitted);
    }

    private int narrowestThatWants(int[] fitted) {
        int best = -1;
        for (int i = 0; i < fitted.length; i++) {
            if (fitted[i] < natural[i] && (best < 0 || fitted[i] < fitted[best])) {
                best = i;
            }
        }
        return best;
    }

    private static long sum(int[] widths) {
        return Arrays.stream(widths).asLongStream().sum();
    }
}
