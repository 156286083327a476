package dev.trailwise.workspace;

import dev.trailwise.disk.SpillFolder;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.text.Sanitizer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that an engine writes as Parquet: the unfinished output file itself, or, for stdout and devices, one in a
 * private folder that is copied there once it is whole.
 */
final class ParquetOutput implements AutoCloseable {
    private final Path path;
    private final Optional<SpillFolder> folder;

    private ParquetOutput(Path path, Optional<SpillFolder> folder) {
        this.path = path;
        this.folder = folder;
    }

    /** @param unfinished the output file, as it is named until it is committed */
    static ParquetOutput of(Optional<Path> unfinished, Workspace workspace) {
        try {
            if (unfinished.isPresent()) {
                return new ParquetOutput(unfinished.get().toRealPath(), Optional.empty());
            }
            Path cache = workspace.localLimits(Optional.empty()).spill();
            SpillFolder folder =
                    SpillFolder.create(cache).orElseThrow(() -> new IOException("cannot create a folder in " + cache));
            return new ParquetOutput(folder.path().toRealPath().resolve("rows.parquet"), Optional.of(folder));
        } catch (IOException e) {
            throw new Failure(ExitCode.NOT_WRITTEN, Sanitizer.text("cannot write the rows: " + e.getMessage()), e);
        }
    }

    RowSink sink(RenderOptions options) {
        return ParquetSink.of(options, path);
    }

    /** Copies what is written to where it belongs, where it is not there already. */
    void commit(OutputStream stream) {
        if (folder.isPresent()) {
            try {
                Files.copy(path, stream);
                stream.flush();
            } catch (IOException e) {
                throw ClosedPipe.orFailure(e);
            }
        }
    }

    @Override
    public void close() {
        folder.ifPresent(SpillFolder::close);
    }
}
