package dev.trailwise.output;

import dev.trailwise.engine.RowSink;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The forms an answer can be written in. All but Parquet are UTF-8 and end each line with a line feed. */
@SuppressWarnings("ImmutableEnumChecker") // constructors and List.of() are
public enum Format {
    /** Columns that fit the terminal, for people; long values are cut with '…'. */
    TABLE(false, TableRenderer::new, ".txt"),
    /** RFC 4180. NULL is an empty cell, empty text is "", as in Athena's own result files. */
    CSV(false, CsvRenderer::new, ".csv"),
    /** One row a line. NULL is \N; tab, line feed, carriage return and backslash are \t \n \r \\. */
    TSV(false, TsvRenderer::new, ".tsv"),
    /** One array of objects. */
    JSON(true, (out, options) -> JsonRenderer.array(out), ".json"),
    /** One JSON object a line. */
    NDJSON(true, (out, options) -> JsonRenderer.lines(out), ".ndjson", ".jsonl"),
    /** A table for tickets and reports. */
    MARKDOWN(false, (out, options) -> new MarkdownRenderer(out), ".md"),
    /** The chart of an answer, without its rows. */
    SVG(false, (out, options) -> new SvgRenderer(out), ".svg"),
    /** JSON lines with a message and a time, which Timesketch imports. */
    TIMESKETCH(false, (out, options) -> new TimesketchRenderer(out)),
    /** Columns with their types, in a file that the engine writes. */
    PARQUET(
            false,
            (out, options) -> {
                throw new IllegalStateException("Parquet is not text");
            },
            ".parquet"),
    /** Findings of a hunt: an OCSF detection finding a line. */
    OCSF,
    /** Findings of a hunt: a layer of the ATT&amp;CK Navigator. */
    NAVIGATOR,
    /** Findings of a hunt: a JUnit test case a detection, for continuous integration. */
    JUNIT;

    private final boolean structured;
    private final boolean findings;
    private final BiFunction<TextOutput, RenderOptions, RowSink> renderer;
    private final List<String> suffixes;

    Format(boolean structured, BiFunction<TextOutput, RenderOptions, RowSink> renderer, String... suffixes) {
        this.structured = structured;
        this.findings = false;
        this.renderer = renderer;
        this.suffixes = List.of(suffixes);
    }

    /** A format of findings, which the hunt writes. */
    Format() {
        this.structured = false;
        this.findings = true;
        this.renderer = (out, options) -> {
            throw new IllegalStateException("rows are no findings");
        };
        this.suffixes = List.of();
    }

    /** Whether it is for programs, which take an estimate in it too. */
    public boolean structured() {
        return structured;
    }

    /** Whether it is for the findings of a hunt alone. */
    public boolean isForFindings() {
        return findings;
    }

    /** The format that the name of a file tells. */
    public static Optional<Format> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.suffixes.stream().anyMatch(lower::endsWith))
                .findFirst();
    }

    /** The suffixes that tell a format, in order. */
    public static List<String> allSuffixes() {
        return Arrays.stream(values())
                .flatMap(format -> format.suffixes.stream())
                .sorted()
                .toList();
    }

    /**
     * A sink that writes rows to the stream as they come; memory does not grow with them. The stream is flushed at the
     * end and left open. Its sink throws {@link ClosedPipe} when nobody reads the stream any more, and a
     * {@link dev.trailwise.failure.Failure} when it cannot be written for another reason, or when a column asked for is
     * not in the answer.
     *
     * @param stream where to write; not a {@link java.io.PrintStream}, which hides a closed pipe
     */
    public RowSink renderer(RenderOptions options, OutputStream stream) {
        return selected(renderer.apply(new TextOutput(stream, options.terminal()), options), options);
    }

    /** A sink that writes rows of one column, which are records of the log, one a line as they are. */
    public static RowSink records(RenderOptions options, OutputStream stream) {
        return selected(new RecordLines(new TextOutput(stream, options.terminal())), options);
    }

    /** A table with a chart below it, where the answer has numbers. */
    public static RowSink charted(RenderOptions options, OutputStream stream) {
        RenderOptions all = options.withColumns(List.of()).withLimit(Long.MAX_VALUE);
        return selected(new ChartBelow(TABLE.renderer(all, stream), options, stream), options);
    }

    /** A sink for the columns and rows that the options choose. */
    public static RowSink selected(RowSink sink, RenderOptions options) {
        boolean all = options.columns().isEmpty() && options.limit() == Long.MAX_VALUE;
        return all ? sink : new SelectedRows(sink, options.columns(), options.limit());
    }

    /** The word of the command line, such as {@code csv}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
