package dev.trailwise.testing.aws.athena;

import dev.trailwise.testing.aws.athena.LogTable.LogObject;
import dev.trailwise.testing.aws.athena.Reads.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The objects behind the tables: lists them, fetches each once, and knows how many bytes of them a query reads. */
final class Warehouse implements AutoCloseable {
    private static final int MOST_TRIES = 3;

    private final S3Client s3;
    private final Clock clock;
    private final Path folder;
    private final Map<String, Path> fetched = new HashMap<>();
    private final Map<List<LogTable>, Path> folders = new HashMap<>();

    Warehouse(S3Client s3, Clock clock) {
        this.s3 = s3;
        this.clock = clock;
        try {
            this.folder = Files.createTempDirectory("athena");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Clock clock() {
        return clock;
    }

    /** The objects that Athena would read for each table, if nothing were asked of its partitions. */
    Map<LogTable, List<LogObject>> objects(List<LogTable> tables) {
        Map<LogTable, List<LogObject>> objects = new LinkedHashMap<>();
        tables.forEach(table -> objects.put(table, objects(table)));
        return objects;
    }

    private List<LogObject> objects(LogTable table) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<LogObject> objects = new ArrayList<>();
        s3.listObjectsV2Paginator(request -> request.bucket(table.bucket()).prefix(table.prefix()))
                .contents()
                .forEach(object -> table.object(
                                object.key(), object.size(), String.valueOf(object.storageClassAsString()), today)
                        .ifPresent(objects::add));
        return objects;
    }

    /** The bytes that a query reads; each read of a table counts. */
    static long scanned(String sql, Map<LogTable, List<LogObject>> tables) {
        long bytes = 0;
        Map<String, Reckoning> reckonings = new HashMap<>();
        for (Read read : Reads.of(sql)) {
            Optional<LogTable> table = tables.keySet().stream()
                    .filter(known -> known.name().table().equals(read.table()))
                    .findFirst();
            if (table.isPresent()) {
                bytes += reckonings
                        .computeIfAbsent(read.table(), name -> new Reckoning(tables.get(table.get())))
                        .bytes(read.conditions());
            }
        }
        reckonings.values().forEach(Reckoning::close);
        return bytes;
    }

    /** A folder with the objects of the tables, under their keys. */
    synchronized Path fetch(Map<LogTable, List<LogObject>> tables) throws IOException {
        Path place = folders.computeIfAbsent(
                List.copyOf(tables.keySet()), key -> folder.resolve("tables-" + folders.size()));
        Files.createDirectories(place);
        for (LogTable table : tables.keySet()) {
            for (LogObject object : tables.get(table)) {
                Path link = place.resolve(object.key());
                if (Files.notExists(link)) {
                    Files.createDirectories(link.resolveSibling(""));
                    Files.createLink(link, fetch(table.bucket(), object.key()));
                }
            }
        }
        return place;
    }

    private Path fetch(String bucket, String key) {
        return fetched.computeIfAbsent(bucket + "/" + key, name -> {
            Path file = folder.resolve("object-" + fetched.size());
            s3.getObject(request -> request.bucket(bucket).key(key), file);
            return file;
        });
    }

    /** Puts a file at a location such as {@code s3://bucket/prefix/}. */
    void put(String location, String name, Path file) {
        for (int tries = 1; ; tries++) {
            try {
                s3.putObject(
                        request -> request.bucket(bucket(location)).key(key(location, name)),
                        RequestBody.fromFile(file));
                return;
            } catch (UncheckedIOException closed) {
                // The server had closed an idle connection: the JDK sends a GET again then, but no PUT.
                if (tries == MOST_TRIES) {
                    throw closed;
                }
            }
        }
    }

    /** Whether there is such a file. */
    boolean has(String location, String name) {
        try {
            s3.headObject(request -> request.bucket(bucket(location)).key(key(location, name)));
            return true;
        } catch (S3Exception none) {
            return false;
        }
    }

    /** Takes a file away, as a lifecycle rule does. */
    void delete(String location, String name) {
        s3.deleteObject(request -> request.bucket(bucket(location)).key(key(location, name)));
    }

    private static String bucket(String location) {
        return location.substring("s3://".length()).split("/", 2)[0];
    }

    static String key(String location, String name) {
        String[] parts = location.substring("s3://".length()).split("/", 2);
        String prefix = parts.length < 2 || parts[1].isEmpty() || parts[1].endsWith("/") ? "" : "/";
        return (parts.length < 2 ? "" : parts[1]) + prefix + name;
    }

    Path scratch(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sums the sizes of objects by conditions on their partitions; DuckDB understands these as Athena does. */
    private static final class Reckoning {
        private final Connection duck;

        Reckoning(List<LogObject> objects) {
            try {
                duck = DriverManager.getConnection("jdbc:duckdb:");
                try (Statement statement = duck.createStatement()) {
                    statement.execute(
                            "CREATE TABLE objects(account VARCHAR, region VARCHAR, day VARCHAR, size BIGINT)");
                    if (!objects.isEmpty()) {
                        statement.execute(objects.stream()
                                .map(object -> "('" + object.account() + "', '" + object.region() + "', '"
                                        + object.day() + "', " + object.size() + ")")
                                .collect(Collectors.joining(", ", "INSERT INTO objects VALUES ", "")));
                    }
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        long bytes(List<String> conditions) {
            String where = conditions.isEmpty() ? "" : " WHERE (" + String.join(") AND (", conditions) + ")";
            try (Statement statement = duck.createStatement();
                    ResultSet sum = statement.executeQuery("SELECT coalesce(sum(size), 0) FROM objects" + where)) {
                sum.next();
                return sum.getLong(1);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        void close() {
            try {
                duck.close();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
