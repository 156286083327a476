package dev.trailwise.local;

import dev.trailwise.local.store.Segment;
import dev.trailwise.local.store.SegmentIndex;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Scope;
import java.nio.file.Path;
import java.util.List;

/**
 * The log files that are there, and which of them the store holds.
 *
 * @param root the folder of logs, as the paths of the files have it
 * @param found the files
 * @param segments the store's segments, lowest first, not checked yet
 * @param segmentIndex what the store holds of them
 */
record Inventory(Path root, LogFiles.Found found, List<Segment> segments, SegmentIndex segmentIndex) {
    /**
     * Compares the files with the store.
     *
     * @param logs where the logs are
     * @param found what is in it
     * @param segments what the store has
     */
    static Inventory of(LogPaths logs, LogFiles.Found found, List<Segment> segments) {
        Path root = logs.root();
        return new Inventory(root, found, segments, new SegmentIndex(segments, root, found.files()));
    }

    /** The files that may hold events of the table in the scope: by the path, before any byte is read. */
    List<LogFile> wanted(TableDefinition table, Scope scope) {
        DayRange days = scope.days();
        return found.files().stream()
                .filter(file -> file.key().isEmpty() || wanted(file.key().get(), table, scope, days))
                .toList();
    }

    private static boolean wanted(LogKey key, TableDefinition table, Scope scope, DayRange days) {
        Partition partition = key.partition();
        return key.kind() == table.kind()
                && days.contains(partition.day())
                && scope.coversAccount(partition.account())
                && scope.coversRegion(partition.region());
    }

    /** The same without the store. */
    Inventory withoutStore() {
        return new Inventory(root, found, List.of(), new SegmentIndex(List.of(), root, List.of()));
    }
}
