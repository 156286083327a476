package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.FlagName;
import dev.trailwise.text.Sanitizer;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table for people. The first rows decide its columns' widths, and whether there is room for columns at all; later rows
 * stream in the same shape.
 */
final class TableRenderer implements RowSink {
    private static final int WINDOW_ROWS = 1_000;
    private static final int WINDOW_CHARS = 1 << 21;
    private static final Pattern WHOLE_SECOND = Pattern.compile("(:\\d\\d)[.]0+(?!\\d)");

    private final TextOutput out;
    private final RenderOptions options;
    private final List<@Nullable String[]> window = new ArrayList<>();
    private List<ResultColumn> columns = List.of();
    private List<String> hidden = List.of();
    private long windowChars;
    private @Nullable TableForm form;

    TableRenderer(TextOutput out, RenderOptions options) {
        this.out = out;
        this.options = options;
    }

    @Override
    public void begin(List<ResultColumn> newColumns) {
        columns = newColumns.stream()
                .map(column -> new ResultColumn(Sanitizer.text(column.name()), column.type()))
                .toList();
    }

    @Override
    public void row(@Nullable Object[] values) {
        @Nullable String[] cells = new @Nullable String[values.length];
        for (int i = 0; i < cells.length; i++) {
            Object value = values[i];
            cells[i] = value == null ? null : cell(i, Sanitizer.text(text(value)));
        }
        if (form != null) {
            form.row(cells);
            return;
        }
        window.add(cells);
        for (String cell : cells) {
            windowChars += cell == null ? 1 : cell.length();
        }
        if (window.size() == WINDOW_ROWS || windowChars > WINDOW_CHARS) {
            form = open(true);
        }
    }

    /** People read seconds; a fraction is shown where there is one. */
    private static String text(Object value) {
        String text = ValueText.of(value);
        return value instanceof Temporal ? WHOLE_SECOND.matcher(text).replaceFirst("$1") : text;
    }

    /** The ids in columns such as account, recipientaccountid and source_account get their names. */
    private String cell(int column, String text) {
        return columns.get(column).name().contains("account") ? options.names().label(text) : text;
    }

    private TableForm open(boolean moreToCome) {
        TableForm opened = choose(moreToCome);
        window.forEach(opened::row);
        window.clear();
        return opened;
    }

    /**
     * Columns when they are readable, fewer of them on a terminal before names are cut, else a record for each row; a
     * lone row that does not fit is shown whole.
     */
    private TableForm choose(boolean moreToCome) {
        Colors colors = new Colors(options.color());
        boolean whole = window.size() == 1 && !moreToCome;
        boolean narrows = options.terminal() && !whole;
        return grid(colors, whole, narrows)
                .or(() -> narrows ? narrowed(colors, true) : Optional.empty())
                .or(() -> narrows ? grid(colors, false, false) : Optional.empty())
                .or(() -> narrows ? narrowed(colors, false) : Optional.empty())
                .orElseGet(() -> new RecordView(out, colors, columns, options.width()));
    }

    private Optional<TableForm> grid(Colors colors, boolean whole, boolean names) {
        return ColumnWidths.of(columns, window, names)
                .fit(options.width(), whole)
                .map(fitted -> new Grid(out, colors, columns, fitted, options.header(), cuts()));
    }

    /** A table of fewer columns, on a terminal: a program that reads the output gets all of them. */
    private Optional<TableForm> narrowed(Colors colors, boolean names) {
        return ColumnReducer.of(columns, window, options.width(), names).map(fewer -> {
            hidden = IntStream.range(0, columns.size())
                    .filter(i -> !fewer.kept().contains(i))
                    .mapToObj(i -> columns.get(i).name())
                    .toList();
            List<ResultColumn> kept = fewer.kept().stream().map(columns::get).toList();
            Grid grid = new Grid(out, colors, kept, fewer.widths(), options.header(), true);
            return row -> grid.row(ColumnReducer.cells(row, fewer.kept()));
        });
    }

    private boolean cuts() {
        return options.width() != RenderOptions.ANY_WIDTH;
    }

    @Override
    public void finish() {
        if (form == null) {
            form = open(false);
        }
        if (!hidden.isEmpty()) {
            out.text("not shown: " + String.join(", ", hidden) + " (choose with " + FlagName.COLUMNS + ", or "
                            + FlagName.FORMAT + " csv for all)")
                    .endLine();
        }
        out.flush();
    }
}
