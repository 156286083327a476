package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sample.SampleTrail;
import dev.trailwise.testing.aws.LookupServer;
import dev.trailwise.testing.aws.LookupServer.Request;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries of CloudTrail's own event history, which must have the rows of the same queries over log files. */
class LookupTest {
    private static final List<String> REGIONS = List.of("--region", "us-east-1,eu-west-1");
    private static final List<String> DAY = List.of("--from", "2026-10-07", "--to", "2026-10-07");

    @TempDir
    static Path folder;

    @TempDir
    Path home;

    private static LookupServer server;

    @BeforeAll
    static void serve() throws IOException {
        SampleTrail.write(folder.resolve("trail"));
        server = new LookupServer(
                folder.resolve("trail"), SampleTrail.PRODUCTION, Clock.fixed(Shell.NOW, ZoneOffset.UTC));
        server.write(folder.resolve("logs"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void asUsual() {
        server.forget().throttleNext(0).onRequest(request -> {});
        SampleTrail.ACCOUNTS.forEach(
                account -> List.of("us-east-1", "eu-west-1").forEach(region -> server.refuse(new Region(region), "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "run root-activity => any",
                "run iam-changes => any",
                "run key-activity access_key=AKIAIOSFODNN7EXAMPLE => AccessKeyId=AKIAIOSFODNN7EXAMPLE",
                "run insights => any",
                "search --user alice => any",
                "search --event-name consolelogin => any",
                "search --access-key AKIAIOSFODNN7EXAMPLE => AccessKeyId=AKIAIOSFODNN7EXAMPLE",
                "sql|SELECT * FROM cloudtrail WHERE eventname IN ('ConsoleLogin', 'GetCallerIdentity') ORDER BY eventid => EventName=ConsoleLogin EventName=GetCallerIdentity",
                "sql|SELECT eventname, count(*) AS n FROM cloudtrail GROUP BY 1 ORDER BY 2 DESC, 1 => any",
            })
    void rows_are_those_of_log_files(String command, String attributes) throws IOException {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(command.contains("|") ? "\\|" : " ")));
        words.addAll(DAY);
        words.addAll(List.of("--format", "ndjson"));

        Shell.Result lookup = lookup(words);

        assertThat(lookup.exit()).as(lookup.err()).isZero();
        words.addAll(List.of("--logs", folder.resolve("logs").toString()));
        words.addAll(REGIONS);
        assertThat(lookup.out())
                .isEqualTo(shell().run(words.toArray(String[]::new)).succeeded().out());
        if (!attributes.equals("any")) {
            assertThat(server.requests().stream().map(Request::attribute).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(attributes.split(" "));
        }
        assertThat(server.busiestSecond()).isLessThanOrEqualTo(2);
    }

    @Test
    void pages_are_fetched_twice_a_second_at_most_and_only_once() throws IOException {
        List<String> count = List.of("sql", "SELECT count(*) AS n FROM cloudtrail", "--format", "csv");
        List<String> week = Stream.concat(count.stream(), Stream.of("--from", "2026-10-06", "--to", "2026-10-07"))
                .toList();

        String n = lookup(week).succeeded().out();

        assertThat(Integer.parseInt(n.lines().skip(1).findFirst().orElseThrow()))
                .isGreaterThan(200);
        assertThat(server.busiestSecond()).isEqualTo(2);
        assertThat(server.requests()).extracting(Request::refused).containsOnly("");
        server.forget();
        assertThat(lookup(week).succeeded().out()).isEqualTo(n);
        List<String> day = Stream.concat(
                        Stream.of("sql", "SELECT eventid FROM cloudtrail WHERE eventname = 'ConsoleLogin'"),
                        DAY.stream())
                .toList();
        lookup(day).succeeded();
        assertThat(server.requests()).isEmpty();
        lookup(Stream.concat(count.stream(), Stream.of("--from", "2026-10-06", "--to", "2026-10-08"))
                        .toList())
                .succeeded();
        assertThat(server.requests())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.body().path("StartTime").asLong())
                                .isEqualTo(Instant.parse("2026-10-08T00:00:00Z").getEpochSecond()));
    }

    @Test
    void records_are_kept_word_for_word_and_only_for_their_owner() throws IOException {
        lookup(Stream.concat(Stream.of("sql", "SELECT count(*) FROM cloudtrail"), DAY.stream())
                        .toList())
                .succeeded();

        List<Path> kept;
        try (Stream<Path> files = Files.walk(home.resolve("cache/trailwise/lookup"))) {
            kept = files.toList();
        }

        String name = "AWSLogs/222233334444/CloudTrail/us-east-1/2026/10/07/222233334444_CloudTrail_us-east-1_";
        List<Path> logs =
                kept.stream().filter(file -> file.toString().contains(name)).toList();
        assertThat(logs).hasSize(1);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(logs.get(0)))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .hasSizeGreaterThan(10_000)
                    .contains(server.records(Region.US_EAST_1).stream()
                            .filter(record -> record.contains("\"eventTime\":\"2026-10-07"))
                            .toList());
        }
        for (Path file : kept) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .matches("rw.------");
        }
    }

    @Test
    void a_throttled_fetch_slows_down_and_misses_nothing() {
        server.throttleNext(3);

        Shell.Result throttled = lookup(Stream.concat(
                        Stream.of("sql", "SELECT count(*) FROM cloudtrail WHERE eventname = 'ConsoleLogin'"),
                        DAY.stream())
                .toList());

        throttled.succeeded();
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(5);
        assertThat(server.requests().stream()
                        .filter(request -> !request.refused().isEmpty()))
                .hasSize(3);
        assertThat(server.busiestSecond()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_token_that_is_not_taken_any_more_loses_nothing() {
        List<String> words = Stream.concat(
                        Stream.of("sql", "SELECT eventid FROM cloudtrail ORDER BY eventid", "--format", "csv"),
                        DAY.stream())
                .toList();
        server.onRequest(request -> {
            if (server.requests().size() == 3) {
                server.expireTokens();
            }
        });

        String rows = lookup(words).succeeded().out();

        assertThat(server.requests()).extracting(Request::refused).contains("InvalidNextTokenException");
        assertThat(rows).isEqualTo(overLogs(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "AccessDeniedException => events of eu-west-1 are missing: AWS does not allow cloudtrail:LookupEvents there",
                "UnrecognizedClientException => events of eu-west-1 are missing: AWS rejects the credentials there",
            })
    void a_region_that_refuses_is_named_and_the_answer_has_gaps(String code, String words) {
        server.refuse(new Region("eu-west-1"), code);

        lookup(Stream.concat(
                                Stream.of("sql", "SELECT count(*) FROM cloudtrail WHERE eventname = 'ConsoleLogin'"),
                                DAY.stream())
                        .toList())
                .exited(3)
                .said(words);
    }

    /** The error does not tell a Region that is not enabled from one that does not accept the token: nothing is left out. */
    @Test
    void a_region_that_may_not_be_enabled_is_named_with_the_setting_that_leaves_it_out() {
        server.refuse(new Region("af-south-1"), "UnrecognizedClientException");

        lookup(Stream.concat(
                                Stream.of(
                                        "sql",
                                        "SELECT count(*) FROM cloudtrail WHERE eventname = 'ConsoleLogin'",
                                        "--region",
                                        "us-east-1,af-south-1"),
                                DAY.stream())
                        .toList())
                .exited(3)
                .said(
                        "events of af-south-1 are missing: AWS rejects the credentials there: these Regions are not"
                                + " enabled for the account, or the session token is one of the global STS endpoint",
                        "trail.regions");
    }

    @Test
    void where_every_region_refuses_there_is_no_answer() {
        server.refuse(new Region("eu-west-1"), "AccessDeniedException");
        server.refuse(new Region("us-east-1"), "AccessDeniedException");

        lookup(Stream.concat(Stream.of("run", "root-activity"), DAY.stream()).toList())
                .exited(4)
                .printedExactly("")
                .said("cloudtrail:LookupEvents");
    }

    @Test
    void events_older_than_ninety_days_are_missing_and_said_so() {
        lookup(List.of(
                        "sql",
                        "SELECT count(*) FROM cloudtrail WHERE eventname = 'ConsoleLogin'",
                        "--from",
                        "2026-01-01",
                        "--to",
                        "2026-10-10"))
                .exited(3)
                .said("events before 2026-07-13T08:00:01Z are missing: LookupEvents has the last 90 days");
        assertThat(server.requests())
                .allSatisfy(
                        request -> assertThat(request.body().path("StartTime").asLong())
                                .isGreaterThanOrEqualTo(
                                        Instant.parse("2026-07-13T08:00:00Z").getEpochSecond()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT * FROM aggregated => LookupEvents has no data events and no network activity",
                "SELECT * FROM network_activity => LookupEvents has no data events and no network activity",
                "SELECT * FROM cloudtrail WHERE eventcategory = 'Data' => LookupEvents has no data events",
                "SELECT * FROM cloudtrail WHERE managementevent = 'false' AND eventname = 'GetObject' => LookupEvents has no data events",
            })
    void what_lookup_events_cannot_have_is_refused(String sql, String words) {
        lookup(List.of("sql", sql)).exited(2).printedExactly("").said(words, "--engine athena", "--logs DIR");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void other_accounts_are_refused_or_named() {
        lookup(List.of("run", "root-activity", "--account", "111122223333"))
                .exited(2)
                .said("only has events of account 222233334444");
        lookup(List.of(
                        "sql",
                        "SELECT eventid FROM cloudtrail WHERE eventname = 'ConsoleLogin'",
                        "--account",
                        "111122223333,222233334444"))
                .exited(3)
                .said("events of 111122223333 are missing");
    }

    @Test
    void events_of_the_last_minutes_are_asked_for_again() {
        Clock evening = Clock.fixed(Instant.parse("2026-10-07T20:00:00Z"), ZoneOffset.UTC);
        List<String> words = List.of(
                "sql", "SELECT count(*) AS n FROM cloudtrail WHERE eventsource = 'sts.amazonaws.com'", "--from", "1h");
        lookup(shell().at(evening), words).succeeded();
        server.forget();

        lookup(shell().at(evening), words).succeeded();

        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request.body().path("StartTime").asLong())
                                .isEqualTo(Instant.parse("2026-10-07T19:30:00Z").getEpochSecond()));
    }

    private Shell shell() {
        Shell shell = new Shell(home);
        server.environment().forEach(shell::with);
        return shell;
    }

    private Shell.Result lookup(List<String> words) {
        return lookup(shell(), words);
    }

    private static Shell.Result lookup(Shell shell, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(REGIONS);
        all.addAll(List.of("--engine", "lookup"));
        return shell.run(all.toArray(String[]::new));
    }

    private String overLogs(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(REGIONS);
        all.addAll(List.of("--logs", folder.resolve("logs").toString()));
        return shell().run(all.toArray(String[]::new)).succeeded().out();
    }
}
