package dev.trailwise.logs;

import dev.trailwise.table.TableDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads whole files through {@link EventReader}, for tests. */
public final class Reading {
    final List<Map<String, String>> rows = new ArrayList<>();
    final List<FileReport> reports = new ArrayList<>();

    private Reading() {}

    /** Every leaf of every event of the files; what is null is left out. */
    public static Reading of(TableDefinition table, List<LogFile> files, Limits limits) {
        Leaves leaves = Leaves.of(table);
        int[] wanted = IntStream.range(0, leaves.all().size()).toArray();
        Reading reading = new Reading();
        byte[][] @Nullable [] columns = new byte[wanted.length][7][];
        try (EventReader reader = new EventReader(leaves, wanted, table.kind(), null, limits)) {
            for (LogFile file : files) {
                reader.open(file);
                while (!reader.ended()) {
                    int count = reader.fill(columns, 0, 7);
                    for (int row = 0; row < count; row++) {
                        reading.rows.add(row(leaves, columns, row));
                    }
                }
                reading.reports.add(reader.report());
            }
        }
        return reading;
    }

    public static Reading of(TableDefinition table, Path file) {
        return of(table, List.of(file(file)), Limits.DEFAULT);
    }

    static LogFile file(Path path) {
        try {
            return new LogFile(path, Files.size(path), 0, Optional.empty());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public FileReport report() {
        return reports.get(0);
    }

    public List<@Nullable String> column(String path) {
        List<@Nullable String> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(path)));
        return values;
    }

    private static Map<String, String> row(Leaves leaves, byte[][] @Nullable [] columns, int row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int k = 0; k < columns.length; k++) {
            byte[] value = columns[k][row];
            if (value != null) {
                values.put(leaves.all().get(k).path(), new String(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
