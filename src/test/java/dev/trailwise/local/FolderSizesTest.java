package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Inventory;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.cost.PartitionSize;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSizesTest {
    private static final String DAY = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/11/01/";

    @TempDir
    Path folder;

    @Test
    void files_are_counted_where_their_paths_put_them() throws IOException {
        write(DAY + "a.json.gz", 10);
        write(DAY + "b.json.gz", 20);
        write(DAY + "_hidden.json.gz", 1000);
        write(DAY.replace("CloudTrail", "CloudTrail-Digest") + "d.json.gz", 1000);
        write(DAY.replace("us-east-1", "eu-central-1") + "c.json.gz", 40);
        write("export.json", 5);
        Inventory inventory = sizes(LogKind.EVENTS);
        assertThat(inventory.sizes())
                .extracting(PartitionSize::objects, PartitionSize::bytes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, new Bytes(40)),
                        org.assertj.core.groups.Tuple.tuple(2L, new Bytes(30)));
        assertThat(inventory.sizes().get(1).partition())
                .isEqualTo(LogKey.parse(DAY + "a.json.gz").orElseThrow().partition());
        assertThat(inventory.unplaced()).isEqualTo(new Inventory.Unplaced(1, new Bytes(5)));
        assertThat(inventory.growingFrom()).isEmpty();
        assertThat(inventory.listRequests()).isZero();
    }

    @Test
    void a_folder_without_logs_of_the_kind_has_no_days() throws IOException {
        write(DAY + "a.json.gz", 10);
        Inventory inventory = sizes(LogKind.INSIGHTS);
        assertThat(inventory.sizes()).isEmpty();
        assertThat(inventory.days()).isEmpty();
    }

    private Inventory sizes(LogKind kind) {
        return new FolderSizes(LogPaths.of(folder), Clock.systemUTC())
                .of(LogFolders.of(kind), PartitionRange.of(Scope.of(TimeRange.ALL)));
    }

    private void write(String path, int size) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, new byte[size]);
    }
}
