package dev.trailwise.workspace;

import dev.trailwise.console.Terminal;
import dev.trailwise.console.pager.PagedOutput;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.Format;
import dev.trailwise.output.OutputFile;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.text.Sanitizer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Where the rows go: stdout, or a file that is there whole or not at all. */
public final class Destination implements AutoCloseable {
    private final Workspace workspace;
    private final OutputChoice options;
    private final RowSink sink;
    private final OutputStream stream;
    private final @Nullable OutputFile file;
    private final @Nullable ParquetOutput parquet;

    private Destination(
            Workspace workspace,
            OutputChoice options,
            RowSink sink,
            OutputStream stream,
            @Nullable OutputFile file,
            @Nullable ParquetOutput parquet) {
        this.workspace = workspace;
        this.options = options;
        this.sink = sink;
        this.stream = stream;
        this.file = file;
        this.parquet = parquet;
    }

    /** Opens it for the rows of a query: a person sees the names of accounts. */
    public static Destination open(OutputChoice options, Rendering rendering, Workspace workspace) {
        RenderOptions how = options.options(workspace.terminal());
        boolean named = options.format() == Format.TABLE && how.terminal();
        return open(options, rendering, workspace, named ? how.withNames(workspace.accountNames()) : how);
    }

    private static Destination open(OutputChoice options, Rendering rendering, Workspace workspace, RenderOptions how) {
        Format format = options.format();
        OutputFile file = options.file().map(OutputFile::open).orElse(null);
        OutputStream stream = file == null ? stdout(options, workspace) : file.stream();
        if (format != Format.PARQUET) {
            return new Destination(workspace, options, rendering.open(how, stream), stream, file, null);
        }
        ParquetOutput parquet = ParquetOutput.of(file == null ? Optional.empty() : file.unfinished(), workspace);
        return new Destination(workspace, options, parquet.sink(how), stream, file, parquet);
    }

    /** Opens it for one answer, which is shown or written whole. */
    public static void write(OutputChoice options, Workspace workspace, Consumer<RowSink> answer) {
        if (options.format() == Format.PARQUET) {
            throw Failure.usage("only rows of queries are written as Parquet; use another format");
        }
        OutputChoice rows = options.ofRecords(false);
        try (Destination destination =
                open(rows, Rendering.of(rows), workspace, options.options(workspace.terminal()))) {
            answer.accept(destination.sink());
            destination.commit();
        }
    }

    /**
     * Prints lines for a person, through the pager where they are many.
     *
     * @param lines makes them for the columns of the terminal
     */
    public static void print(OutputChoice options, Workspace workspace, IntFunction<List<String>> lines) {
        int width = workspace.terminal().outIsTerminal() ? workspace.terminal().columns() : Terminal.DEFAULT_COLUMNS;
        try (OutputStream stream = stdout(options, workspace)) {
            for (String line : lines.apply(width)) {
                stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw ClosedPipe.orFailure(e);
        }
    }

    /** Stdout, whose first bytes end the line that shows progress: on a terminal both share the screen. */
    private static OutputStream stdout(OutputChoice options, Workspace workspace) {
        OutputStream terminal = workspace.host().out();
        OutputStream shown = options.pager(workspace)
                .<OutputStream>map(pager -> new PagedOutput(
                        terminal,
                        pager,
                        workspace.terminal().lines(),
                        workspace.terminal().columns()))
                .orElse(terminal);
        return new FilterOutputStream(shown) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                workspace.progress().stop();
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

    public RowSink sink() {
        return sink;
    }

    /** Everything was written; returns once the user has left the pager. */
    public void commit() {
        if (parquet != null) {
            parquet.commit(stream);
        }
        close(stream);
        if (file != null) {
            file.commit();
            workspace
                    .messages()
                    .info("wrote "
                            + Sanitizer.text(String.valueOf(options.file().orElseThrow())) + " (" + options.format()
                            + ")");
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
        if (parquet != null) {
            parquet.close();
        }
        close(stream);
        if (file != null) {
            file.close();
        }
    }
}
