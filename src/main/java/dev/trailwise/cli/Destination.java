package dev.trailwise.cli;

import dev.trailwise.engine.RowSink;
import dev.trailwise.output.OutputFile;
import dev.trailwise.output.Renderers;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Where the rows go: stdout, or a file that is there whole or not at all. */
final class Destination implements AutoCloseable {
    private final RowSink sink;
    private final @Nullable OutputFile file;

    private Destination(RowSink sink, @Nullable OutputFile file) {
        this.sink = sink;
        this.file = file;
    }

    static Destination open(OutputOptions options, Session session) {
        OutputFile file = options.file == null ? null : OutputFile.open(options.file);
        OutputStream stream = file == null ? session.host().out() : file.stream();
        RowSink sink = Renderers.create(options.format(), options.options(session.terminal()), stream);
        return new Destination(sink, file);
    }

    RowSink sink() {
        return sink;
    }

    /** Everything was written. */
    void commit() {
        if (file != null) {
            file.commit();
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
