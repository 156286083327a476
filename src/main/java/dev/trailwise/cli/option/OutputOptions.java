package dev.trailwise.cli.option;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.output.Format;
import dev.trailwise.workspace.OutputChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an answer is shown. */
public final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Output format: ${COMPLETION-CANDIDATES}. The last three are for findings of hunt. Default:"
                    + " by the extension of -o, else table.")
    @Nullable
    Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the rows to this file instead of stdout; a failed run leaves no partial file.")
    @Nullable
    Path file;

    @Option(names = "--limit", paramLabel = "N", description = "Show at most this many rows.")
    public @Nullable Long limit;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Show only these columns, in this order.")
    public List<String> columns = new ArrayList<>();

    @Option(names = "--no-header", description = "Omit the header line.")
    boolean noHeader;

    @Option(
            names = "--spreadsheet-safe",
            description = "In csv and tsv, put an apostrophe before text that a spreadsheet would run as a formula.")
    boolean spreadsheetSafe;

    @Option(
            names = "--no-pager",
            description =
                    "Do not show answers that are longer than the terminal's window through TRAILWISE_PAGER, PAGER"
                            + " or less.")
    boolean noPager;

    @Option(
            names = "--chart",
            negatable = true,
            description = "Draw a chart below a table: its first whole numbers, by the times or names before them."
                    + " Default: on a terminal, for timeline and top-*.")
    @Nullable
    Boolean chart;

    /** Whether a query that suggests a chart gets one: a person looks at all of it. */
    public boolean mayChart() {
        return chart == null && format == null && file == null && columns.isEmpty();
    }

    /** The most rows to show. */
    public long most() {
        if (limit != null && limit < 0) {
            throw Failure.usage("--limit " + limit + " is negative; use 0 or more");
        }
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** @throws Failure where there is no table to draw it below */
    private void checkChart(Format shown) {
        if (Boolean.TRUE.equals(chart) && shown != Format.TABLE) {
            throw Failure.usage(
                    "--chart draws below a table, not in " + shown + "; -o FILE.svg writes the chart alone");
        }
    }

    private Format format(Format otherwise) {
        if (format != null) {
            return format;
        }
        return file == null ? otherwise : byName(file);
    }

    /** @throws Failure for a format that only findings are written in */
    public void refuseFindings() {
        if (format != null && format.isForFindings()) {
            throw Failure.usage(
                    format + " is a format of findings", Remedy.command(CommandName.HUNT, "writes it, with --format"));
        }
    }

    /** What these options mean. */
    public OutputChoice choice() {
        refuseFindings();
        return choice(Format.TABLE);
    }

    /** What these options mean, where they name no format. */
    public OutputChoice choice(Format otherwise) {
        checkChart(format(otherwise));
        return new OutputChoice(
                format(otherwise),
                false,
                false,
                Optional.ofNullable(file),
                most(),
                columns,
                !noHeader,
                spreadsheetSafe,
                !noPager,
                Boolean.TRUE.equals(chart));
    }

    /** @throws Failure for a name that tells no format */
    private static Format byName(Path path) {
        return Format.ofFile(path.toString())
                .orElseThrow(() -> Failure.usage("no format for '" + path.getFileName() + "': name it "
                        + String.join(", ", Format.allSuffixes()) + ", or pass --format"));
    }
}
