package dev.trailwise.testing.aws.athena;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A result as Athena writes it: every value in quotes, NULL as nothing between the commas, and a header. */
final class ResultFile implements RowSink {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Path path;
    private final BufferedWriter out;
    private final List<Column> columns = new ArrayList<>();
    private long rows;

    /**
     * A column.
     *
     * @param type its type in Athena's words
     */
    record Column(String name, String type) {}

    /**
     * Some rows.
     *
     * @param next the offset of the row after them; -1 when there is none
     */
    record Page(List<List<String>> rows, long next) {}

    ResultFile(Path path) {
        this.path = path;
        try {
            this.out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path path() {
        return path;
    }

    List<Column> columns() {
        return columns;
    }

    @Override
    public void begin(List<ResultColumn> shape) {
        List<String> names = new ArrayList<>();
        for (ResultColumn column : shape) {
            names.add(quoted(column.name()));
            columns.add(new Column(column.name(), type(column)));
        }
        line(names);
    }

    private static String type(ResultColumn column) {
        return switch (column.type()) {
            case TEXT -> "varchar";
            case BOOLEAN -> "boolean";
            case INTEGER -> "bigint";
            case DECIMAL -> "decimal";
            case REAL -> "double";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
            case ZONED_TIMESTAMP -> "timestamp with time zone";
            case NESTED -> "row";
        };
    }

    @Override
    public void row(Object[] values) {
        List<String> cells = new ArrayList<>(values.length);
        for (int k = 0; k < values.length; k++) {
            if (values[k] instanceof List) {
                columns.set(k, new Column(columns.get(k).name(), "array"));
            }
            cells.add(values[k] == null ? "" : quoted(text(values[k])));
        }
        line(cells);
        rows++;
    }

    long rows() {
        return rows;
    }

    private void line(List<String> cells) {
        try {
            out.write(String.join(",", cells));
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void finish() {
        try {
            out.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String text(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof LocalDateTime time) {
            return TIMESTAMP.format(time);
        }
        if (value instanceof ZonedDateTime time) {
            return TIMESTAMP.format(time) + " " + (time.getZone().getId().equals("Z") ? "UTC" : time.getZone());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ResultFile::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream()
                    .map(field -> text(field.getKey()) + "=" + text(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    /** Reads at most so many rows from an offset on; a NULL is null. */
    static Page page(Path csv, long offset, int most) throws IOException {
        try (FileInputStream file = new FileInputStream(csv.toFile())) {
            file.getChannel().position(offset);
            Cursor cursor = new Cursor(new BufferedInputStream(file, 1 << 16), offset);
            List<List<String>> rows = new ArrayList<>();
            while (rows.size() < most && !cursor.atEnd()) {
                rows.add(cursor.row());
            }
            return new Page(rows, cursor.atEnd() ? -1 : cursor.offset);
        }
    }

    private static final class Cursor {
        private final InputStream in;
        private long offset;

        Cursor(InputStream in, long offset) {
            this.in = in;
            this.offset = offset;
        }

        boolean atEnd() throws IOException {
            return peek() < 0;
        }

        private int peek() throws IOException {
            in.mark(1);
            int next = in.read();
            in.reset();
            return next;
        }

        private int read() throws IOException {
            offset++;
            return in.read();
        }

        List<String> row() throws IOException {
            List<String> row = new ArrayList<>();
            int after;
            do {
                row.add(peek() == '"' ? quotedField() : null);
                after = read();
            } while (after == ',');
            return row;
        }

        private String quotedField() throws IOException {
            ByteArrayOutputStream field = new ByteArrayOutputStream();
            read();
            while (true) {
                int next = read();
                if (next == '"') {
                    if (peek() != '"') {
                        return field.toString(StandardCharsets.UTF_8);
                    }
                    read();
                }
                field.write(next);
            }
        }
    }
}
