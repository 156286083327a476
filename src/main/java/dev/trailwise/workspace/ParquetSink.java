package dev.trailwise.workspace;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowFile;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.Format;
import dev.trailwise.output.RenderOptions;
import dev.trailwise.text.Sanitizer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Has the engine write its rows as Parquet, which only it has the types for. */
public final class ParquetSink implements RowSink, RowFile {
    /** A Parquet file begins and ends so. */
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final Path path;

    private ParquetSink(Path path) {
        this.path = path;
    }

    /**
     * A sink for rows and columns as the options choose them.
     *
     * @param path the file to write
     */
    public static RowSink of(RenderOptions options, Path path) {
        return Format.selected(new ParquetSink(path), options);
    }

    @Override
    public Optional<RowFile> file() {
        return Optional.of(this);
    }

    @Override
    public Path path() {
        return path;
    }

    /** Athena and Hive ignore the case of names, so names that differ in nothing else are the same. */
    @Override
    public List<Integer> columns(List<ResultColumn> answer) {
        Set<String> names = new HashSet<>();
        for (ResultColumn column : answer) {
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                throw new Failure(
                        ExitCode.USAGE,
                        Sanitizer.text("the answer has two columns '" + column.name()
                                + "', and a Parquet file needs a name for each: rename one with AS"));
            }
        }
        return IntStream.range(0, answer.size()).boxed().toList();
    }

    @Override
    public void begin(List<ResultColumn> columns) {}

    @Override
    public void row(@Nullable Object[] values) {
        throw new UnsupportedOperationException("the engine writes the rows");
    }

    @Override
    public void finish() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] end = new byte[MAGIC.length];
            file.seek(Math.max(0, file.length() - end.length));
            file.readFully(end);
            if (!Arrays.equals(end, MAGIC)) {
                throw new IOException("it does not end as a Parquet file does");
            }
        } catch (IOException e) {
            throw new Failure(ExitCode.NOT_WRITTEN, Sanitizer.text("cannot write " + path + ": " + e.getMessage()), e);
        }
    }
}
