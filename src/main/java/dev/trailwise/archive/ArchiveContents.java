package dev.trailwise.archive;

import dev.trailwise.cost.Bytes;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.output.Counts;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static ArchiveContents of(Path archive) {
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

    /** Shows what the archive holds, and where it is. */
    public static void show(Workspace workspace, OutputChoice output) {
        Path archive = workspace.archiveFolder();
        Destination.write(output, workspace, of(archive)::writeTo);
        workspace.messages().info("in " + archive);
        unfinished(archive).ifPresent(workspace.messages()::info);
    }

    /** What a sync that was killed left; nothing when there is nothing. */
    private static Optional<Notice> unfinished(Path archive) {
        List<Unfinished> all = buckets(archive).stream().map(Unfinished::in).toList();
        long files = all.stream().mapToLong(some -> some.files().size()).sum();
        Bytes size =
                new Bytes(all.stream().mapToLong(some -> some.size().count()).sum());
        return files == 0
                ? Optional.empty()
                : Optional.of(new Notice(
                        Counts.of(files, "unfinished file") + " (" + size + "), of a sync that runs or was killed",
                        Remedy.command(CommandName.ARCHIVE_PRUNE, "deletes what was left")));
    }

    /** Writes a row for each bucket, account, kind and Region. */
    private void writeTo(RowSink sink) {
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
