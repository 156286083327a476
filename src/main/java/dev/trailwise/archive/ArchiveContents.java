package dev.trailwise.archive;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the archive holds: how many files of which bucket, account, kind, Region and days. */
public final class ArchiveContents {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("bucket", ResultType.TEXT),
            new ResultColumn("account", ResultType.TEXT),
            new ResultColumn("kind", ResultType.TEXT),
            new ResultColumn("region", ResultType.TEXT),
            new ResultColumn("first_day", ResultType.TEXT),
            new ResultColumn("last_day", ResultType.TEXT),
            new ResultColumn("files", ResultType.INTEGER),
            new ResultColumn("bytes", ResultType.INTEGER));

    private final Map<Group, Days> groups = new TreeMap<>(Comparator.comparing(Group::toString));

    private ArchiveContents() {}

    private record Group(String bucket, String account, String kind, String region) {}

    private record Days(LogDay first, LogDay last, long files, long bytes) {
        Days plus(Days other) {
            return new Days(
                    first.compareTo(other.first) <= 0 ? first : other.first,
                    last.compareTo(other.last) >= 0 ? last : other.last,
                    files + other.files,
                    bytes + other.bytes);
        }
    }

    /**
     * Looks.
     *
     * @param archive the folder of all buckets; it need not exist
     */
    public static ArchiveContents of(Path archive) {
        ArchiveContents contents = new ArchiveContents();
        for (Path bucket : buckets(archive)) {
            for (LogFile file : LogFiles.find(bucket).files()) {
                file.key().ifPresent(key -> contents.add(bucket.getFileName().toString(), key, file.size()));
            }
        }
        return contents;
    }

    static List<Path> buckets(Path archive) {
        if (!Files.isDirectory(archive)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(archive)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new Failure(ExitCode.USAGE, "cannot read " + archive + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private void add(String bucket, LogKey key, long bytes) {
        Group group = new Group(
                bucket,
                key.partition().account().toString(),
                key.kind().folder(),
                key.partition().region().toString());
        groups.merge(group, new Days(key.partition().day(), key.partition().day(), 1, bytes), Days::plus);
    }

    /** Writes a row for each bucket, account, kind and Region. */
    public void writeTo(RowSink sink) {
        sink.begin(COLUMNS);
        groups.forEach((group, days) -> sink.row(new Object[] {
            group.bucket(),
            group.account(),
            group.kind(),
            group.region(),
            days.first().date().toString(),
            days.last().date().toString(),
            days.files(),
            days.bytes()
        }));
        sink.finish();
    }
}
