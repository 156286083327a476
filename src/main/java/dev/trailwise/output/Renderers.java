package dev.trailwise.output;

import dev.trailwise.engine.RowSink;
import java.io.OutputStream;

/** Makes the renderer of a format. */
public final class Renderers {
    private Renderers() {}

    /**
     * A sink that writes rows to the stream as they come; memory does not grow with them. The stream is flushed at the
     * end and left open. Its sink throws {@link ClosedPipe} when nobody reads the stream any more, and a
     * {@link dev.trailwise.failure.Failure} when it cannot be written for another reason, or when a column asked for is
     * not in the answer.
     *
     * @param stream where to write; not a {@link java.io.PrintStream}, which hides a closed pipe
     */
    public static RowSink create(Format format, RenderOptions options, OutputStream stream) {
        Out out = new Out(stream, options.terminal());
        RowSink sink = switch (format) {
            case TABLE -> new TableRenderer(out, options);
            case CSV -> new CsvRenderer(out, options);
            case TSV -> new TsvRenderer(out, options);
            case JSON -> JsonRenderer.array(out);
            case NDJSON -> JsonRenderer.lines(out);
            case MARKDOWN -> new MarkdownRenderer(out);
        };
        boolean all = options.columns().isEmpty() && options.limit() == Long.MAX_VALUE;
        return all ? sink : new SelectedRows(sink, options.columns(), options.limit());
    }
}
