package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cli.Shell.Result;
import dev.trailwise.testing.aws.ListingS3;
import dev.trailwise.testing.aws.ListingS3.Fault;
import dev.trailwise.testing.aws.LocalAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket's log files on this machine: each whole, once, and its price told before. */
class SyncTest {
    private static final String ROOT = "AWSLogs/111122223333/CloudTrail/us-east-1/";
    private static final String NAME = "111122223333_CloudTrail_us-east-1_";
    private static final String OLD = ROOT + "2026/10/01/" + NAME + "20261001T0005Z_abcdefghijklmnop.json.gz";
    private static final String NEW = ROOT + "2026/10/11/" + NAME + "20261011T0005Z_abcdefghijklmnop.json.gz";

    @TempDir
    Path folder;

    private final ListingS3 s3 = new ListingS3();

    @AfterEach
    void stop() {
        s3.close();
    }

    private Result sync(String... more) {
        return run(s3.environment(), Stream.concat(Stream.of("sync"), Arrays.stream(more)));
    }

    private Result run(Map<String, String> environment, Stream<String> words) {
        Shell shell = new Shell(folder);
        environment.forEach(shell::with);
        shell.with("TRAILWISE_TRAIL_BUCKET", environment.getOrDefault("TRAILWISE_TRAIL_BUCKET", "logs"));
        return shell.run(words.toArray(String[]::new));
    }

    private Path archive(String bucket) {
        return folder.resolve("home/.local/share/trailwise/archive").resolve(bucket);
    }

    /** The logs of a folder by their path below it. */
    private static Map<String, String> files(Path root) {
        Map<String, String> files = new TreeMap<>();
        if (!Files.exists(root)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !file.toString().contains("/.synced/"))
                    .toList()) {
                files.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    @Test
    void the_archive_mirrors_the_keys_and_the_bytes_of_the_scope() {
        try (LocalAws aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC))) {
            run(aws.environment(), Stream.of("sync", "--from", "2026-10-01", "--to", "2026-10-11", "--late-days", "0"))
                    .succeeded()
                    .said("to copy: ", "at most $", "copied ");
            Map<String, String> wanted = files(folder.resolve("s3").resolve(LocalAws.TRAIL));
            wanted.keySet().removeIf(key -> !key.matches(".*/CloudTrail/[^/]+/2026/10/(0[1-9]|1[01])/.*"));
            assertThat(files(archive(LocalAws.TRAIL))).hasSizeGreaterThan(10).isEqualTo(wanted);
        }
    }

    @Test
    void only_their_owner_may_read_the_copies() throws IOException {
        s3.put(OLD, new byte[] {1, 2, 3});
        sync("--from", "2026-10-01", "--to", "2026-10-01").succeeded();
        Path file = archive("logs").resolve(OLD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_second_sync_only_lists_and_days_that_are_closed_are_not_even_listed() {
        s3.put(OLD, new byte[] {1, 2, 3}).put(NEW, new byte[] {4});
        sync("--from", "2026-10-01", "--to", "2026-10-11").succeeded().said("copied 2 files, 4 B");
        s3.forgetCalls();
        sync("--from", "2026-10-01", "--to", "2026-10-11").succeeded().said("nothing to copy; 1 file here already");
        assertThat(s3.gets()).isEmpty();
        assertThat(s3.calls())
                .noneMatch(call -> call.getOrDefault("start-after", "").contains("2026/10/01"));
        s3.forgetCalls();
        sync("--from", "2026-10-01", "--to", "2026-10-02", "--account", "111122223333", "--region", "us-east-1")
                .succeeded()
                .said("nothing to copy");
        assertThat(s3.calls()).isEmpty();
    }

    @Test
    void a_file_that_was_deleted_or_changed_here_or_there_is_copied_again() throws IOException {
        s3.put(OLD, new byte[] {1, 2, 3});
        sync("--from", "2026-10-01", "--to", "2026-10-01").succeeded();
        Path file = archive("logs").resolve(OLD);
        for (byte[] other : List.of(new byte[0], new byte[] {1, 2, 3, 4})) {
            Files.write(file, other);
            sync("--from", "2026-10-01", "--to", "2026-10-01").succeeded().said("copied 1 file, 3 B");
            assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        }
        Files.delete(file);
        sync("--from", "2026-10-01", "--to", "2026-10-01").succeeded().said("copied 1 file");
    }

    @Test
    void a_copy_that_is_cut_off_or_damaged_on_its_way_is_fetched_again() {
        for (Fault fault : List.of(
                new Fault(200, "", 0, true),
                new Fault(200, "damaged", 0, false),
                new Fault(503, "SlowDown", 0, false))) {
            s3.put(OLD, "0123456789".getBytes(StandardCharsets.UTF_8)).forgetCalls();
            AtomicInteger left = new AtomicInteger(2);
            s3.faults(call ->
                    call.containsKey("key") && left.getAndDecrement() > 0 ? Optional.of(fault) : Optional.empty());
            sync("--from", "2026-10-01", "--to", "2026-10-01").succeeded().said("copied 1 file, 10 B");
            assertThat(s3.gets()).hasSize(3);
            assertThat(archive("logs").resolve(OLD)).hasContent("0123456789");
            archive("logs").resolve(OLD).toFile().delete();
        }
    }

    @Test
    void a_sync_that_ends_early_keeps_what_it_has_and_the_next_copies_the_rest_once() {
        List<String> keys = new ArrayList<>();
        for (int n = 100; n < 160; n++) {
            keys.add(OLD.replace("abcdefghijklmnop", "abcdefghijklm" + n));
            s3.put(keys.get(keys.size() - 1), ("file " + n).getBytes(StandardCharsets.UTF_8));
        }
        s3.faults(call -> keys.get(45).equals(call.get("key")) ? Fault.error(403, "AccessDenied") : Optional.empty());
        sync("--from", "2026-10-01", "--to", "2026-10-01")
                .exited(4)
                .said("then: AWS does not allow s3:GetObject", "trailwise sync", "copies the rest");
        int before = files(archive("logs")).size();
        assertThat(before).isBetween(1, 59);
        s3.faults(call -> Optional.empty());
        s3.forgetCalls();
        sync("--from", "2026-10-01", "--to", "2026-10-01").succeeded();
        assertThat(s3.gets()).hasSize(60 - before);
        assertThat(files(archive("logs"))).hasSize(60).containsEntry(keys.get(45), "file 145");
    }

    @Test
    void what_is_in_glacier_is_named_and_the_copy_is_not_called_whole() {
        s3.put(OLD, new byte[] {1}).put(OLD.replace("abcd", "efgh"), 9, "GLACIER");
        sync("--from", "2026-10-01", "--to", "2026-10-01").exited(3).said("not copied: 1 file in S3 Glacier");
        assertThat(files(archive("logs"))).hasSize(1);
    }

    @Test
    void what_a_killed_sync_left_is_shown_and_pruned() throws IOException {
        s3.put(OLD, new byte[] {1, 2, 3});
        sync("--from", "2026-10-01", "--to", "2026-10-01").succeeded();
        Path left = archive("logs").resolve(OLD).resolveSibling(".x.json.gz.0f8fad5b.part");
        Files.write(left, new byte[1_200]);

        run(s3.environment(), Stream.of("archive", "show"))
                .succeeded()
                .said("1 unfinished file (1.20 kB), of a sync that runs or was killed", "archive prune");
        run(s3.environment(), Stream.of("archive", "prune", "--before", "2026-09-01"))
                .succeeded()
                .said("deleted 1 unfinished file of a sync that was killed");
        assertThat(files(archive("logs")).keySet()).containsExactly(OLD);
        assertThat(run(s3.environment(), Stream.of("archive", "show"))
                        .succeeded()
                        .err())
                .doesNotContain("unfinished");
    }

    @Test
    void keys_that_are_no_names_for_files_are_left_and_said() {
        String day = ROOT + "2026/10/01/";
        s3.put(OLD, new byte[] {1})
                .put(day + "..", new byte[] {2})
                .put(day + "x/../../../../../../../../../../escaped.json.gz", new byte[] {3})
                .put(day + "a\u001b[31m.json.gz", new byte[] {4});
        Result said =
                sync("--from", "2026-10-01", "--to", "2026-10-01").exited(3).said("not copied: 2 files");
        assertThat(said.err()).doesNotContain("\u001b");
        assertThat(files(folder.resolve("home")).keySet())
                .filteredOn(file -> !file.contains("/history/"))
                .singleElement()
                .asString()
                .endsWith(OLD);
    }

    @Test
    void a_dry_run_and_a_refusal_copy_nothing() {
        s3.put(OLD, new byte[2_000_000]);
        String[] day = {"--from", "2026-10-01", "--to", "2026-10-01"};
        run(s3.environment(), Stream.of("sync", "--from", "2026-10-01", "--to", "2026-10-01", "--dry-run"))
                .succeeded()
                .said("to copy: 1 file, 2.00 MB", "S3 requests $0.0000", "data transfer $0.00032");
        sync(day[0], day[1], day[2], day[3], "--max-size", "1MB").exited(5).said("--max-size 2.00MB", "allows it");
        sync(day[0], day[1], day[2], day[3], "--max-cost", "0.0001").exited(5).said("--max-cost 0.0003");
        run(
                        withVariable("TRAILWISE_COST_MAX_PER_DAY", "0.0001"),
                        Stream.of("sync", "--from", "2026-10-01", "--to", "2026-10-01"))
                .exited(5)
                .said("today's queries have cost $0.00");
        assertThat(s3.gets()).isEmpty();
        sync("--from", "2026-10-01", "--to", "2026-10-01", "--max-size", "2.00MB", "--max-cost", "0.0004")
                .succeeded();
    }

    @Test
    void the_history_counts_a_sync_by_the_most_that_it_can_cost() {
        s3.put(OLD, new byte[2_000_000]);
        sync("--from", "2026-10-01", "--to", "2026-10-01").succeeded();
        run(s3.environment(), Stream.of("history", "--format", "csv"))
                .succeeded()
                .printed("sync --from 2026-10-01", "succeeded");
        run(
                        withVariable("TRAILWISE_COST_MAX_PER_DAY", "0.0004"),
                        Stream.of("sync", "--from", "2026-10-01", "--to", "2026-10-01", "--dry-run"))
                .succeeded();
    }

    private Map<String, String> withVariable(String name, String value) {
        Map<String, String> more = new TreeMap<>(s3.environment());
        more.put(name, value);
        return more;
    }

    @Test
    void the_archive_shows_what_it_has_and_prunes_old_days_only() {
        s3.put(OLD, new byte[] {1, 2, 3}).put(NEW, new byte[] {4});
        sync("--from", "2026-10-01", "--to", "2026-10-11").succeeded();
        run(s3.environment(), Stream.of("archive", "show", "--format", "csv"))
                .succeeded()
                .printedExactly("""
                        bucket,account,kind,region,first_day,last_day,files,bytes
                        logs,111122223333,CloudTrail,us-east-1,2026-10-01,2026-10-11,2,4
                        """);
        run(s3.environment(), Stream.of("archive", "prune", "--before", "2026-10-05"))
                .exited(2);
        run(s3.environment(), Stream.of("archive", "prune", "--before", "2026-10-05", "--yes"))
                .succeeded()
                .said("deleted 1 file, 3 B");
        assertThat(files(archive("logs"))).containsOnlyKeys(NEW);
        assertThat(archive("logs").resolve(ROOT + "2026/10/01")).doesNotExist();
        sync("--from", "2026-10-01", "--to", "2026-10-11").succeeded().said("copied 1 file, 3 B");
    }
}
