package dev.trailwise.workspace;

import dev.trailwise.config.SettingOverride;
import dev.trailwise.console.Terminal;
import dev.trailwise.console.pager.Pager;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.SettingName;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How rows are shown.
 *
 * @param records whether they are whole records of the log, each in the one column
 * @param blankNull whether tsv writes NULL as an empty text
 * @param file where they are written instead of stdout
 * @param limit the most rows
 * @param columns the columns to show, in their order; empty for all
 * @param header whether a line with the names of the columns comes first
 * @param spreadsheetSafe whether text that a spreadsheet would run as a formula is marked as text
 * @param pager whether a pager may show them
 * @param chart whether a chart is drawn below a table
 */
public record OutputChoice(
        Format format,
        boolean records,
        boolean blankNull,
        Optional<Path> file,
        long limit,
        List<String> columns,
        boolean header,
        boolean spreadsheetSafe,
        boolean pager,
        boolean chart) {
    public OutputChoice {
        columns = List.copyOf(columns);
    }

    /** All rows in a format, on stdout. */
    public static OutputChoice of(Format format) {
        return new OutputChoice(
                format, false, false, Optional.empty(), Long.MAX_VALUE, List.of(), true, false, false, false);
    }

    /** The same with other columns. */
    public OutputChoice withColumns(List<String> others) {
        return new OutputChoice(format, records, blankNull, file, limit, others, header, spreadsheetSafe, pager, chart);
    }

    /** The same for whole records, or for other rows. */
    public OutputChoice ofRecords(boolean whole) {
        return new OutputChoice(format, whole, blankNull, file, limit, columns, header, spreadsheetSafe, pager, chart);
    }

    /** The same with NULL as an empty text in tsv. */
    public OutputChoice withBlankNull() {
        return new OutputChoice(format, records, true, file, limit, columns, header, spreadsheetSafe, pager, chart);
    }

    /** The same with a chart below the table. */
    public OutputChoice withChart() {
        return new OutputChoice(format, records, blankNull, file, limit, columns, header, spreadsheetSafe, pager, true);
    }

    /** Whether a person reads all columns on stdout, in whatever form suits them. */
    public boolean isPlainTable() {
        return format == Format.TABLE && file.isEmpty() && columns.isEmpty();
    }

    RowSink rendered(RenderOptions how, OutputStream stream) {
        if (records) {
            return Format.records(how, stream);
        }
        return chart && format == Format.TABLE ? Format.charted(how, stream) : format.renderer(how, stream);
    }

    /** What shows answers that are longer than the terminal's window. */
    Optional<Pager> pager(Workspace workspace) {
        if (!workspace.terminal().outIsTerminal()) {
            return Optional.empty();
        }
        List<SettingOverride> flags =
                pager ? List.of() : List.of(new SettingOverride(FlagName.NO_PAGER, SettingName.OUTPUT_PAGER, "never"));
        return workspace.settings(flags).pager()
                ? Pager.of(workspace.host().environment(), workspace.host().directory())
                : Optional.empty();
    }

    RenderOptions options(Terminal terminal) {
        boolean toTerminal = file.isEmpty() && terminal.outIsTerminal();
        return RenderOptions.defaults()
                .withWidth(toTerminal ? terminal.columns() : RenderOptions.ANY_WIDTH)
                .withColor(file.isEmpty() && terminal.color() && (toTerminal || terminal.forced()))
                .withTerminal(toTerminal)
                .withHeader(header)
                .withColumns(columns)
                .withLimit(limit)
                .withSpreadsheetSafe(spreadsheetSafe)
                .withBlankNull(blankNull);
    }
}
