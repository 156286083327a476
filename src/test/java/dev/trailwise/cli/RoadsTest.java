package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cli.Shell.Result;
import dev.trailwise.sample.SampleIntrusion;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.testing.Golden;
import dev.trailwise.testing.aws.LocalAws;
import dev.trailwise.testing.aws.LookupServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a query of the trail runs when nobody says: free where all of the answer is, else on Athena. */
class RoadsTest {
    private static final List<String> QUERY =
            List.of("run", "key-activity", "access_key=AKIAIOSFODNN7EXAMPLE", "--format", "csv");
    private static final List<String> DAY = List.of(
            "--from",
            "2026-10-07",
            "--to",
            "2026-10-07",
            "--account",
            SampleTrail.PRODUCTION.digits(),
            "--region",
            "us-east-1,eu-west-1");

    private static final List<String> NIGHT = List.of("--from", "2026-10-07", "--to", "2026-10-07");

    @TempDir
    static Path folder;

    private static LocalAws aws;
    private static LookupServer lookup;

    @TempDir
    Path home;

    private final Map<String, String> more = new HashMap<>();

    @BeforeAll
    static void start() {
        aws = new LocalAws(folder.resolve("s3"), Clock.fixed(Shell.NOW, ZoneOffset.UTC)).withTables();
        lookup = aws.lookup(SampleTrail.PRODUCTION);
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @BeforeEach
    void forget() {
        lookup.forget();
    }

    private Result run(List<String> words, String... others) {
        Shell shell = new Shell(home);
        aws.environment().forEach(shell::with);
        more.forEach(shell::with);
        return shell.run(Stream.concat(words.stream(), Arrays.stream(others)).toArray(String[]::new));
    }

    private static List<String> on(List<String> query, List<String> scope) {
        return Stream.concat(query.stream(), scope.stream()).toList();
    }

    private static List<String> sorted(Result result) {
        return result.out().lines().sorted().toList();
    }

    @Test
    void a_query_has_the_same_rows_wherever_it_runs_and_takes_the_cheapest_place_that_has_all_of_them() {
        List<String> query = on(QUERY, DAY);
        Result athena = run(query).succeeded().said("billed");
        assertThat(sorted(athena)).hasSizeGreaterThan(5);

        more.put("TRAILWISE_TRAIL_DATA_EVENTS", "false"); // so that LookupEvents has all of the trail's events
        Result history =
                run(query).succeeded().said("running on LookupEvents, free").said("LookupEvents has management events");
        assertThat(lookup.requests()).isNotEmpty();

        run(on(List.of("sync"), DAY), "--yes").succeeded();
        lookup.forget();
        Result archive = run(query)
                .succeeded()
                .said(
                        "running on this machine, free: the archive has all files of this scope as of 2026-10-11T08:00:00Z or later");
        assertThat(lookup.requests()).isEmpty();
        assertThat(sorted(archive)).isEqualTo(sorted(athena));
        assertThat(sorted(history)).isNotEmpty().isSubsetOf(sorted(athena));
    }

    @Test
    void speed_is_never_looked_up() {
        more.put("TRAILWISE_TRAIL_DATA_EVENTS", "false");
        more.put("TRAILWISE_PREFER", "speed");
        run(on(QUERY, DAY)).succeeded().said("billed");
        assertThat(lookup.requests()).isEmpty();
    }

    @Test
    void an_archive_that_lacks_a_day_a_file_or_an_account_is_not_taken() throws IOException {
        run(on(List.of("sync"), DAY), "--yes").succeeded();
        List<String> query = on(QUERY, DAY);
        run(query).succeeded().said("running on this machine");
        run(QUERY, "--from", "2026-10-06", "--to", "2026-10-07", "--account", SampleTrail.PRODUCTION.digits())
                .succeeded()
                .said("billed");
        run(QUERY, "--from", "2026-10-07", "--to", "2026-10-07").succeeded().said("billed");
        Path copies = home.resolve("home/.local/share/trailwise/archive");
        Files.delete(anyFile(copies, "/2026/10/07/"));
        run(query).succeeded().said("billed");
        run(query, "--engine", "local")
                .exited(3)
                .said("the archive lacks files of this scope, so events may be missing", "trailwise sync");
    }

    @Test
    void a_part_of_what_was_copied_is_there_too_and_copies_of_another_trail_are_not_read() throws IOException {
        List<String> week = List.of("--from", "2026-10-06", "--to", "2026-10-07");
        run(on(List.of("sync", "--account", SampleTrail.PRODUCTION.digits()), week), "--yes")
                .succeeded();
        List<String> count = on(
                List.of("sql", "SELECT count(*) AS n FROM cloudtrail", "--format", "csv", "--account"),
                on(List.of(SampleTrail.PRODUCTION.digits()), week));
        Result before = run(count).succeeded().said("running on this machine");
        run(count, "--region", "us-east-1").succeeded().said("running on this machine");

        Path copies = home.resolve("home/.local/share/trailwise/archive").resolve(LocalAws.TRAIL);
        Path other = copies.resolve("AWSLogs").resolve(SampleTrail.PRODUCTION.digits());
        Path own = copies.resolve("AWSLogs")
                .resolve(SampleTrail.ORGANIZATION.id())
                .resolve(SampleTrail.PRODUCTION.digits());
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = other.resolve(own.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        assertThat(run(count).succeeded().said("running on this machine").out()).isEqualTo(before.out());
    }

    private static Path anyFile(Path root, String part) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file ->
                            file.toString().contains(part) && file.toString().endsWith(".gz"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void what_this_machine_cannot_do_runs_on_athena() {
        run(on(List.of("sync"), DAY), "--yes").succeeded();
        Result explained = run(
                        on(List.of("sql", "SELECT approx_set(eventname) FROM cloudtrail", "--format", "csv"), DAY),
                        "--explain")
                .succeeded();
        assertThat(explained.out().lines().toList().get(1)).startsWith("archive,none,$0.00,no,");
        assertThat(explained.out().lines().toList().get(3))
                .startsWith("athena,all,")
                .contains(",yes,");
        run(on(List.of("sql", "SELECT approx_set(eventname) FROM cloudtrail", "--engine", "local"), DAY))
                .exited(6)
                .said("approx_set cannot be answered by the local engine");
    }

    @Test
    void explain_shows_each_place_with_its_price_and_runs_nothing() {
        more.put("TRAILWISE_TRAIL_DATA_EVENTS", "false");
        List<String> before = List.copyOf(aws.athena().started());
        Result explained = run(on(QUERY, DAY), "--explain").succeeded();
        List<String> lines = new ArrayList<>(explained.out().lines().toList());
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo("place,answers,price,taken,why");
        assertThat(lines.get(1)).isEqualTo("archive,none,$0.00,no,the archive has no files of this scope");
        assertThat(lines.get(2)).startsWith("lookup,all,$0.00,yes,");
        assertThat(lines.get(3)).matches("athena,all,\\$0\\.0+[0-9]+,no,scans .* \\(exact\\)");
        assertThat(lines.get(4)).startsWith("sync,all,$0.");
        assertThat(lookup.requests()).isEmpty();
        assertThat(aws.athena().started()).isEqualTo(before);
        assertThat(run(on(QUERY, List.of("--from", "180d", "--account", SampleTrail.PRODUCTION.digits())), "--explain")
                        .succeeded()
                        .out())
                .contains("lookup,part,$0.00,no,has the last 90 days only");
    }

    @Test
    void each_step_of_a_followed_key_is_one_priced_query_and_finds_what_it_finds_here() {
        List<String> follow = on(List.of("follow", SampleIntrusion.LEAKED_KEY), NIGHT);
        int before = aws.athena().started().size();
        Result athena = run(follow, "--engine", "athena").succeeded().said("step 1 of at most 8: ");
        int steps = aws.athena().started().size() - before;

        assertThat(athena.err().lines().filter(line -> line.startsWith("step ")))
                .hasSize(steps);
        assertThat(athena.err().lines().filter(line -> line.contains("will scan ")))
                .hasSize(steps);
        String logs = folder.resolve("s3").resolve(LocalAws.TRAIL).toString();
        assertThat(athena.out())
                .isEqualTo(run(follow, "--logs", logs).succeeded().out());
        Golden.assertMatches("follow/sample.txt", athena.out());
    }

    @Test
    void a_followed_key_stops_before_the_step_that_would_exceed_the_limit() {
        List<String> follow = on(List.of("follow", SampleIntrusion.LEAKED_KEY, "--engine", "athena"), NIGHT);
        int before = aws.athena().started().size();

        run(follow, "--max-scan", "1KB").exited(5).printedExactly("").said("over budget: ", "--max-scan");
        assertThat(aws.athena().started()).hasSize(before);
        run(follow, "--max-scan", "2MB")
                .exited(3)
                .printed(SampleIntrusion.LEAKED_KEY, "Incomplete: over budget: these ");
        assertThat(aws.athena().started()).hasSizeGreaterThan(before);
    }
}
