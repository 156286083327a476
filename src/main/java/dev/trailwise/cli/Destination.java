package dev.trailwise.cli;

import dev.trailwise.engine.RowSink;
import dev.trailwise.output.Format;
import dev.trailwise.output.OutputFile;
import dev.trailwise.output.Renderers;
import dev.trailwise.output.Visible;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Where the rows go: stdout, or a file that is there whole or not at all. */
final class Destination implements AutoCloseable {
    private final Session session;
    private final OutputOptions options;
    private final RowSink sink;
    private final @Nullable OutputFile file;

    private Destination(Session session, OutputOptions options, RowSink sink, @Nullable OutputFile file) {
        this.session = session;
        this.options = options;
        this.sink = sink;
        this.file = file;
    }

    static Destination open(OutputOptions options, Session session) {
        Format format = options.format();
        OutputFile file = options.file == null ? null : OutputFile.open(options.file);
        OutputStream stream = file == null ? afterProgress(session) : file.stream();
        RowSink sink = Renderers.create(format, options.options(session.terminal()), stream);
        return new Destination(session, options, sink, file);
    }

    /** Stdout, whose first bytes end the line that shows progress: on a terminal both share the screen. */
    private static OutputStream afterProgress(Session session) {
        OutputStream out = session.host().out();
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                session.progress().stop();
                out.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }

    RowSink sink() {
        return sink;
    }

    /** Everything was written. */
    void commit() {
        if (file != null) {
            file.commit();
            session.messages()
                    .info("wrote " + Visible.text(String.valueOf(options.file)) + " (" + options.format() + ")");
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
