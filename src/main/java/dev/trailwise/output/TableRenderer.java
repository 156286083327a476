package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.FlagName;
import dev.trailwise.text.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table for people. The first rows decide its columns' widths, and whether there is room for columns at all; later rows
 * stream in the same shape.
 */
final class TableRenderer implements RowSink {
    private static final int WINDOW_ROWS = 1_000;
    private static final int WINDOW_CHARS = 1 << 21;

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
            cells[i] = value == null ? null : cell(i, Sanitizer.text(ValueText.of(value)));
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

    /** Columns when they are readable, else a record for each row; a lone row that does not fit is shown whole. */
    private TableForm choose(boolean moreToCome) {
        Colors colors = new Colors(options.color());
        ColumnWidths widths = ColumnWidths.of(columns, window);
        boolean whole = window.size() == 1 && !moreToCome;
        return widths.fit(options.width(), whole)
                .<TableForm>map(fitted -> new Grid(out, colors, columns, fitted, options.header(), cuts()))
                .or(() -> options.terminal() && !whole ? narrowed(colors) : Optional.empty())
                .orElseGet(() -> new RecordView(out, colors, columns, options.width()));
    }

    /** A table of fewer columns, on a terminal: a program that reads the output gets all of them. */
    private Optional<TableForm> narrowed(Colors colors) {
        return ColumnReducer.of(columns, window, options.width()).map(fewer -> {
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
