package dev.trailwise.cli;

import dev.trailwise.cli.pager.PagedOutput;
import dev.trailwise.engine.RowSink;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.Format;
import dev.trailwise.output.OutputFile;
import dev.trailwise.output.Renderers;
import dev.trailwise.output.Visible;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Where the rows go: stdout, or a file that is there whole or not at all. */
final class Destination implements AutoCloseable {
    private final Session session;
    private final OutputOptions options;
    private final RowSink sink;
    private final OutputStream stream;
    private final @Nullable OutputFile file;

    private Destination(
            Session session, OutputOptions options, RowSink sink, OutputStream stream, @Nullable OutputFile file) {
        this.session = session;
        this.options = options;
        this.sink = sink;
        this.stream = stream;
        this.file = file;
    }

    static Destination open(OutputOptions options, Session session) {
        Format format = options.format();
        OutputFile file = options.file == null ? null : OutputFile.open(options.file);
        OutputStream stream = file == null ? stdout(options, session) : file.stream();
        RowSink sink = Renderers.create(format, options.options(session.terminal()), stream);
        return new Destination(session, options, sink, stream, file);
    }

    /** Stdout, whose first bytes end the line that shows progress: on a terminal both share the screen. */
    private static OutputStream stdout(OutputOptions options, Session session) {
        OutputStream terminal = session.host().out();
        OutputStream shown = options.pager(session)
                .<OutputStream>map(pager -> new PagedOutput(
                        terminal,
                        pager,
                        session.terminal().lines(),
                        session.terminal().columns()))
                .orElse(terminal);
        return new FilterOutputStream(shown) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                session.progress().stop();
                shown.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                if (shown != terminal) {
                    shown.close();
                }
            }
        };
    }

    RowSink sink() {
        return sink;
    }

    /** Everything was written; returns once the user has left the pager. */
    void commit() {
        close(stream);
        if (file != null) {
            file.commit();
            session.messages()
                    .info("wrote " + Visible.text(String.valueOf(options.file)) + " (" + options.format() + ")");
        }
    }

    private static void close(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }

    @Override
    public void close() {
        close(stream);
        if (file != null) {
            file.close();
        }
    }
}
