package dev.trailwise.cli;

import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an answer is shown. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "How rows are written: ${COMPLETION-CANDIDATES}. Default: what the name of -o says, else table.")
    @Nullable
    Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the rows to this file, whole or not at all, instead of stdout.")
    @Nullable
    Path file;

    @Option(names = "--limit", paramLabel = "N", description = "Show at most this many rows.")
    @Nullable
    Long limit;

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            split = ",",
            description = "Show only these columns, in this order.")
    List<String> columns = new ArrayList<>();

    @Option(names = "--no-header", description = "Leave out the line with the column names.")
    boolean noHeader;

    @Option(
            names = "--spreadsheet-safe",
            description = "In csv and tsv, put an apostrophe before text that a spreadsheet would run as a formula.")
    boolean spreadsheetSafe;

    /** The format: as asked, else by the file's name, else a table. */
    Format format() {
        if (format != null) {
            return format;
        }
        return Optional.ofNullable(file).flatMap(OutputOptions::byName).orElse(Format.TABLE);
    }

    RenderOptions options(Terminal terminal) {
        boolean toTerminal = file == null && terminal.outIsTerminal();
        return RenderOptions.defaults()
                .withWidth(toTerminal ? terminal.columns() : Terminal.DEFAULT_COLUMNS)
                .withColor(toTerminal && terminal.color())
                .withTerminal(toTerminal)
                .withHeader(!noHeader)
                .withColumns(columns)
                .withLimit(limit == null ? Long.MAX_VALUE : limit)
                .withSpreadsheetSafe(spreadsheetSafe);
    }

    private static Optional<Format> byName(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".md")) {
            return Optional.of(Format.MARKDOWN);
        }
        if (name.endsWith(".jsonl")) {
            return Optional.of(Format.NDJSON);
        }
        return List.of(Format.CSV, Format.TSV, Format.JSON, Format.NDJSON).stream()
                .filter(format -> name.endsWith("." + format))
                .findFirst();
    }
}
