package dev.trailwise.workspace;

import dev.trailwise.engine.RowSink;
import dev.trailwise.output.RenderOptions;
import java.io.OutputStream;

/** Makes the sink that writes rows where they are wanted. */
public interface Rendering {
    /** A sink that writes to the stream and leaves it open. */
    RowSink open(RenderOptions how, OutputStream stream);

    /** Rows in the format that the user chose. */
    static Rendering of(OutputChoice output) {
        return (how, stream) -> output.rendered(how, stream);
    }
}
