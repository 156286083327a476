package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.trailwise.engine.Coverage;
import dev.trailwise.engine.Execution;
import dev.trailwise.local.StoreBuild.Outcome;
import dev.trailwise.local.store.Segment;
import dev.trailwise.local.store.Store;
import dev.trailwise.local.store.StoreWriter;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store changes how long an answer takes, and nothing else. */
class StoreTest {
    private static final String ACCOUNT = "111122223333";
    private static final String EVENTS = "\"sec\".\"events\"";
    private static final String ALL = "SELECT * FROM " + EVENTS;
    private static final Scope SOME = new Scope(
            new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z")),
            new TreeSet<>(List.of(new AccountId(ACCOUNT))),
            new TreeSet<>(List.of(new Region("eu-west-1"))),
            0);
    private static final String OF_SOME = ALL + " WHERE account = '" + ACCOUNT
            + "' AND region = 'eu-west-1' AND day = '2026/11/01' AND eventtime < '2026-11-02'";

    @TempDir
    Path root;

    @TempDir
    Path cache;

    private Logs logs;

    @BeforeEach
    void logs_of_all_sorts() throws IOException {
        logs = new Logs(root, 1).write(3, 2, 30);
        String twice = logs.event(ACCOUNT, "us-east-1", Logs.FIRST_DAY);
        Logs.file(root.resolve("loose/a.json.gz"), twice + "\n" + twice);
        Logs.file(root.resolve("loose/b.json.gz"), "[" + twice + ",{\"eventCategory\":\"Insight\",\"eventID\":\"i\"}]");
        Logs.file(root.resolve("loose/empty.json.gz"), "{\"Records\":[]}");
        Path cut = logs.path(ACCOUNT, "eu-west-1", Logs.FIRST_DAY, 8);
        Logs.file(cut, logs.records(ACCOUNT, "eu-west-1", Logs.FIRST_DAY, 80));
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        Files.writeString(logs.path(ACCOUNT, "eu-west-1", Logs.FIRST_DAY, 9), "never gzip");
        Logs.file(
                root.resolve("AWSLogs/" + ACCOUNT + "/CloudTrail-Digest/us-east-1/2026/11/01/" + ACCOUNT
                        + "_CloudTrail-Digest_us-east-1_trail_us-east-1_20261101T000000Z.json.gz"),
                "{\"awsAccountId\":\"" + ACCOUNT + "\",\"logFiles\":[]}");
    }

    @Test
    void a_warm_answer_is_a_cold_answer() throws IOException {
        Collected cold = ask(ALL, Questions.EVERYTHING, false);
        assertThat(build()).isEqualTo(Outcome.BUILT);

        Collected warm = ask(ALL, Questions.EVERYTHING, true);

        assertThat(sorted(warm)).isEqualTo(sorted(cold));
        assertThat(warm.columns).isEqualTo(cold.columns);
        assertThat(withoutRepeats(warm)).isEqualTo(withoutRepeats(cold));
        assertThat(cold.coverage().duplicates()).hasValue(2);
        assertThat(cold.coverage().problems()).hasSize(2);
        assertThat(cold.coverage().unrelatedFiles()).isEqualTo(1);
        assertThat(segments()).hasSize(1);
    }

    @Test
    void a_scope_of_a_warm_store_is_that_scope() {
        Collected cold = ask(OF_SOME, SOME, false);
        build();

        Collected warm = ask(OF_SOME, SOME, true);

        assertThat(sorted(warm)).isEqualTo(sorted(cold));
        assertThat(withoutRepeats(warm)).isEqualTo(withoutRepeats(cold));
        assertThat(cold.coverage().files()).isEqualTo(7);
    }

    @Test
    void repeats_are_counted_among_the_files_of_the_scope_and_across_segments() throws IOException {
        Files.delete(logs.path(ACCOUNT, "eu-west-1", Logs.FIRST_DAY, 9)); // every question has to read this one again
        build();
        assertThat(ask(ALL, Questions.EVERYTHING, true).coverage().duplicates()).hasValue(2);

        String event = logs.event(ACCOUNT, "us-east-1", Logs.FIRST_DAY.plusDays(5));
        Files.copy(root.resolve("loose/a.json.gz"), root.resolve("loose/c.json.gz"));
        Logs.file(logs.path(ACCOUNT, "us-east-1", Logs.FIRST_DAY.plusDays(5), 0), event + event);
        assertThat(ask(ALL, Questions.EVERYTHING, true).coverage().duplicates()).isEmpty();
        build();

        assertThat(segments()).hasSize(2);
        assertThat(ask(ALL, Questions.EVERYTHING, true).coverage().duplicates()).hasValue(5);
        Files.delete(root.resolve("loose/a.json.gz"));
        assertThat(ask(ALL, Questions.EVERYTHING, true).coverage().duplicates()).hasValue(3);
        assertThat(ask(ALL, Questions.EVERYTHING, false).coverage().duplicates())
                .hasValue(3);
    }

    @Test
    void files_that_came_changed_or_went_are_seen_at_once() throws IOException {
        build();
        Logs.file(
                logs.path(ACCOUNT, "us-east-1", Logs.FIRST_DAY, 20),
                logs.records(ACCOUNT, "us-east-1", Logs.FIRST_DAY, 7));
        Logs.file(
                logs.path(ACCOUNT, "us-east-1", Logs.FIRST_DAY, 0),
                logs.records(ACCOUNT, "us-east-1", Logs.FIRST_DAY, 9));
        Files.delete(logs.path(ACCOUNT, "us-east-1", Logs.FIRST_DAY, 1));
        Collected cold = ask(ALL, Questions.EVERYTHING, false);

        Collected mixed = ask(ALL, Questions.EVERYTHING, true);

        assertThat(sorted(mixed)).isEqualTo(sorted(cold));
        assertThat(withoutRepeats(mixed)).isEqualTo(withoutRepeats(cold));
        assertThat(build()).isEqualTo(Outcome.BUILT);
        assertThat(sorted(ask(ALL, Questions.EVERYTHING, true))).isEqualTo(sorted(cold));
        assertThat(segments()).hasSize(2);
    }

    @Test
    void a_nested_field_keeps_its_meaning_in_the_store() {
        String nested = "SELECT useridentity.sessioncontext IS NULL AS gone, tlsdetails IS NULL AS plain,"
                + " useridentity.sessioncontext.webidfederationdata.attributes AS web, cardinality(resources) AS n,"
                + " count(*) AS events FROM " + EVENTS + " GROUP BY 1, 2, 3, 4";
        Collected cold = ask(nested, Questions.EVERYTHING, false);
        build();

        assertThat(sorted(ask(nested, Questions.EVERYTHING, true))).isEqualTo(sorted(cold));
    }

    @Test
    void a_damaged_segment_is_dropped_and_built_anew() throws IOException {
        Collected cold = ask(ALL, Questions.EVERYTHING, false);
        build();
        Path parquet = segments().get(0);
        byte[] bytes = Files.readAllBytes(parquet);
        bytes[bytes.length / 2] ^= 1;
        Files.write(parquet, bytes);

        assertThat(sorted(ask(ALL, Questions.EVERYTHING, true))).isEqualTo(sorted(cold));
        assertThat(segments()).isEmpty();
        assertThat(build()).isEqualTo(Outcome.BUILT);
        assertThat(sorted(ask(ALL, Questions.EVERYTHING, true))).isEqualTo(sorted(cold));
    }

    @Test
    void damage_that_leaves_size_and_time_is_found_by_the_next_build() throws IOException {
        Collected cold = ask(ALL, Questions.EVERYTHING, false);
        build();
        Path parquet = segments().get(0);
        FileTime written = Files.getLastModifiedTime(parquet);
        byte[] bytes = Files.readAllBytes(parquet);
        bytes[bytes.length / 2] ^= 1;
        Files.write(parquet, bytes);
        Files.setLastModifiedTime(parquet, written);

        assertThat(build()).isEqualTo(Outcome.BUILT);
        assertThat(segments()).doesNotContain(parquet);
        assertThat(sorted(ask(ALL, Questions.EVERYTHING, true))).isEqualTo(sorted(cold));
    }

    @Test
    void a_segment_that_was_touched_alone_is_read_through_and_kept() throws IOException {
        build();
        Path parquet = segments().get(0);
        Files.setLastModifiedTime(parquet, FileTime.fromMillis(0));

        assertThat(sorted(ask(ALL, Questions.EVERYTHING, true))).isNotEmpty();
        assertThat(segments()).containsExactly(parquet);
    }

    @Test
    void a_damaged_manifest_is_not_believed() throws IOException {
        Collected cold = ask(ALL, Questions.EVERYTHING, false);
        build();
        Path manifest = files(".manifest").get(0);
        byte[] bytes = Files.readAllBytes(manifest);
        for (int cut : new int[] {0, 3, bytes.length / 2, bytes.length - 1}) {
            Files.write(manifest, Arrays.copyOf(bytes, cut));
            assertThat(sorted(ask(ALL, Questions.EVERYTHING, true))).isEqualTo(sorted(cold));
        }
        bytes[bytes.length / 3] ^= 4;
        Files.write(manifest, bytes);
        assertThat(sorted(ask(ALL, Questions.EVERYTHING, true))).isEqualTo(sorted(cold));

        assertThat(build()).isEqualTo(Outcome.BUILT);
        assertThat(files(".parquet")).hasSize(1);
    }

    @Test
    void a_build_that_was_killed_leaves_nothing_that_counts() throws IOException {
        build();
        Collected cold = ask(ALL, Questions.EVERYTHING, false);
        Path parquet = segments().get(0);
        Path folder = Store.of(cache, LogPaths.of(root)).folder();
        Files.copy(parquet, folder.resolve("segment-000002-00000000.parquet.tmp"));
        Files.copy(parquet, folder.resolve("segment-000003-00000000.parquet"));
        Files.writeString(folder.resolve("segment-000003-00000000.manifest.tmp"), "half");

        assertThat(sorted(ask(ALL, Questions.EVERYTHING, true))).isEqualTo(sorted(cold));
        assertThat(build()).isEqualTo(Outcome.UP_TO_DATE);
        assertThat(files(""))
                .filteredOn(file -> file.getFileName().toString().startsWith("segment-"))
                .hasSize(2);
    }

    @Test
    void a_file_in_two_segments_counts_once() throws IOException {
        build();
        Collected cold = ask(ALL, Questions.EVERYTHING, false);
        for (Path file : List.copyOf(files("segment-"))) {
            String name = file.getFileName().toString().replace("000001", "000007");
            Files.copy(file, file.resolveSibling(name));
        }

        assertThat(segments()).hasSize(2);
        assertThat(sorted(ask(ALL, Questions.EVERYTHING, true))).isEqualTo(sorted(cold));
    }

    @Test
    void only_its_owner_may_read_it_whatever_the_umask() throws IOException {
        Path folder = Store.of(cache, LogPaths.of(root)).folder();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        build();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (Path file : files("segment-")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_segment_of_another_user_is_not_trusted() throws IOException {
        build();
        UserPrincipal other;
        try {
            other = FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            for (Path file : files("segment-")) {
                Files.setOwner(file, other);
            }
        } catch (IOException notAllowed) {
            abort("only root may give a file to another user: " + notAllowed.getMessage());
        }

        assertThat(Store.of(cache, LogPaths.of(root)).segments(StoreFormat.FINGERPRINT))
                .isEmpty();
    }

    @Test
    void one_process_writes_at_a_time() throws IOException {
        try (StoreWriter writer = Store.of(cache, LogPaths.of(root)).tryWrite().orElseThrow()) {
            assertThat(build()).isEqualTo(Outcome.BUSY);
            assertThat(writer).isNotNull();
        }
        assertThat(build()).isEqualTo(Outcome.BUILT);
    }

    @Test
    void little_is_not_worth_a_segment() {
        assertThat(StoreBuild.run(LogPaths.of(root), cache, Questions.EVERYTHING, TestLimits.enough(), false)
                        .outcome())
                .isEqualTo(Outcome.UP_TO_DATE);
        try (LocalEngine engine = LocalEngine.open(root, Optional.of(cache), TestLimits.enough(), Clock.systemUTC())) {
            assertThat(engine.wantsBuild(Questions.EVERYTHING)).isFalse();
        }
    }

    @Test
    void small_segments_become_one() throws IOException {
        build(SOME);
        assertThat(segments()).hasSize(1);
        build();
        assertThat(segments()).hasSize(1);
        assertThat(sorted(ask(ALL, Questions.EVERYTHING, true)))
                .isEqualTo(sorted(ask(ALL, Questions.EVERYTHING, false)));
    }

    @Test
    void a_cache_that_cannot_be_written_is_told_and_the_answer_still_comes() throws IOException {
        Path notFolder = Files.writeString(cache.resolve("file"), "x");
        StoreBuild.Result failed =
                StoreBuild.run(LogPaths.of(root), notFolder, Questions.EVERYTHING, TestLimits.enough(), true);

        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.reason()).isNotBlank();
        try (LocalEngine engine =
                LocalEngine.open(root, Optional.of(notFolder), TestLimits.enough(), Clock.systemUTC())) {
            assertThat(Collected.of(engine.start(Questions.ask(ALL))).rows).hasSizeGreaterThan(300);
            assertThat(engine.wantsBuild(Questions.EVERYTHING)).isFalse();
            assertThat(engine.cacheProblem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("is not writable; set XDG_CACHE_HOME"));
        }
    }

    @Test
    void a_build_that_failed_is_not_tried_at_once_again() {
        Store store = Store.of(cache, LogPaths.of(root));
        store.rememberFailure("No space left on device");

        assertThat(store.problem()).hasValue("the cache could not be written: No space left on device");
        build();
        assertThat(store.problem()).isEmpty();
    }

    @Test
    void a_segment_that_another_process_replaced_meanwhile_is_done_without() throws IOException {
        Collected cold = ask(ALL, Questions.EVERYTHING, false);
        build();
        try (LocalEngine engine = LocalEngine.open(root, Optional.of(cache), TestLimits.enough(), Clock.systemUTC())) {
            Execution planned = engine.start(Questions.ask(ALL));
            for (Path file : files("segment-")) {
                Files.delete(file);
            }

            assertThat(sorted(Collected.of(planned))).isEqualTo(sorted(cold));
        }
    }

    @Test
    void every_store_of_a_cache_can_be_listed_and_cleared() throws IOException {
        build();

        List<Store> stores = Store.all(cache);

        assertThat(stores)
                .extracting(Store::logs)
                .containsExactly(root.toRealPath().toString());
        List<Segment> segments = stores.get(0).segments(StoreFormat.FINGERPRINT);
        assertThat(segments).hasSize(1);
        try (StoreWriter writer = stores.get(0).tryWrite().orElseThrow()) {
            writer.clear();
        }
        assertThat(Store.all(cache)).isEmpty();
    }

    private Outcome build() {
        return build(Questions.EVERYTHING);
    }

    private Outcome build(Scope scope) {
        StoreBuild.Result result = StoreBuild.run(LogPaths.of(root), cache, scope, TestLimits.enough(), true);
        assertThat(result.reason()).isEmpty();
        return result.outcome();
    }

    private Collected ask(String sql, Scope scope, boolean stored) {
        Optional<Path> store = stored ? Optional.of(cache) : Optional.empty();
        try (LocalEngine engine = LocalEngine.open(root, store, TestLimits.enough(), Clock.systemUTC())) {
            return Collected.of(engine.start(Questions.ask(sql, scope)));
        }
    }

    private List<Path> segments() throws IOException {
        return files(".parquet");
    }

    /** The files of the store with this in their name. */
    private List<Path> files(String part) throws IOException {
        Path folder = Store.of(cache, LogPaths.of(root)).folder();
        if (!Files.isDirectory(folder)) {
            return Collections.emptyList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> sorted(Collected answer) {
        return answer.rows.stream().map(List::toString).sorted().toList();
    }

    /** Repeats are not counted when part of the files come from the store. */
    private static Coverage withoutRepeats(Collected answer) {
        Coverage all = answer.coverage();
        return new Coverage(
                all.files(),
                all.bytes(),
                all.events(),
                all.days(),
                all.accounts(),
                all.regions(),
                all.newest(),
                OptionalLong.empty(),
                all.unrelatedFiles(),
                all.unrelatedKinds(),
                all.ignoredFiles(),
                all.oddTimes(),
                all.timesCompared(),
                all.problems(),
                all.available());
    }
}
