package dev.trailwise.local;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Inventory.Unplaced;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.cost.PartitionSize;
import dev.trailwise.cost.PartitionSizes;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.Partition;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Measures partitions by the log files in a folder, as if the bucket held just these: what Athena would ask for them. */
public final class FolderSizes implements PartitionSizes {
    private final LogPaths logs;
    private final Clock clock;

    /**
     * Sizes of log files.
     *
     * @param logs where they are
     */
    public FolderSizes(LogPaths logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    /** @throws dev.trailwise.failure.Failure when there is no such folder or file */
    @Override
    public dev.trailwise.cost.Inventory of(LogFolders folders, PartitionRange range) {
        List<LogFile> files = LogFiles.find(logs).files();
        Map<Partition, Sum> sums = new TreeMap<>();
        Sum unplaced = new Sum(0, Bytes.ZERO);
        for (LogFile file : files) {
            if (file.key().isEmpty()) {
                unplaced = unplaced.plus(file);
            } else if (file.key().get().kind() == folders.kind()
                    && range.covers(file.key().get().partition())) {
                sums.merge(
                        file.key().get().partition(), new Sum(1, new Bytes(file.size())), (sum, one) -> sum.plus(file));
            }
        }
        List<PartitionSize> sizes = sums.entrySet().stream()
                .map(sum -> new PartitionSize(
                        sum.getKey(), sum.getValue().files(), sum.getValue().bytes()))
                .toList();
        return new dev.trailwise.cost.Inventory(
                sums.keySet().stream().map(Partition::account).collect(Collectors.toCollection(TreeSet::new)),
                sums.keySet().stream().map(Partition::region).collect(Collectors.toCollection(TreeSet::new)),
                days(sums),
                sizes,
                Optional.empty(),
                new Unplaced(unplaced.files(), unplaced.bytes()),
                clock.instant(),
                0);
    }

    private static Optional<DayRange> days(Map<Partition, Sum> sums) {
        TreeSet<LogDay> days =
                sums.keySet().stream().map(Partition::day).collect(Collectors.toCollection(TreeSet::new));
        return days.isEmpty() ? Optional.empty() : Optional.of(new DayRange(days.first(), days.last()));
    }

    private record Sum(long files, Bytes bytes) {
        Sum plus(LogFile file) {
            return new Sum(files + 1, bytes.plus(new Bytes(file.size())));
        }
    }
}
