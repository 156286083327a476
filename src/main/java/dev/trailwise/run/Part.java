package dev.trailwise.run;

import dev.trailwise.engine.RowSink;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.workspace.Rendering;
import java.io.OutputStream;

/**
 * What becomes of the rows of one of several queries of a command.
 *
 * @param rows takes them
 * @param shown whether they go to the output, and not only to the command
 * @param quiet whether another query of the command reports what was read
 */
public record Part(Rendering rows, boolean shown, boolean quiet) {
    /** Rows that the command shows later: the output, which may be a file, is left alone. */
    public static Part collected(RowSink rows, boolean quiet) {
        return new Part((how, stream) -> rows, false, quiet);
    }

    /** Rows that go to the output. */
    public static Part shown(Rendering rows) {
        return new Part(rows, true, false);
    }

    RowSink collector() {
        return rows.open(RenderOptions.defaults(), OutputStream.nullOutputStream());
    }
}
