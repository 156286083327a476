package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trailwise.cli.Shell.Result;
import dev.trailwise.testing.SharedData;
import dev.trailwise.testing.aws.ListingS3;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of every event as TSV, with the values that jq prints: export.tsv is what jq 1.6 made of export.json. */
class ExportTest {
    private static final String HEADER =
            "eventTime\tawsRegion\teventSource\teventName\tuserName\tsourceIPAddress\tuserAgent\trequestParameters";

    private static final String KEY = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/01/"
            + "111122223333_CloudTrail_us-east-1_20261001T1005Z_abcdefghijklmnop.json";

    @TempDir
    Path folder;

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(ExportTest.class.getResourceAsStream("/dev/trailwise/cli/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Result export(String... more) throws IOException {
        Files.writeString(folder.resolve("log.json"), resource("export.json"));
        return new Shell(folder)
                .run(Stream.concat(Stream.of("export", "--logs", "log.json", "--all-time"), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private static List<String> sorted(String lines) {
        return lines.lines().sorted().toList();
    }

    @Test
    void values_are_those_that_jq_prints() throws IOException {
        Result exported = export().succeeded().said("3 rows");
        assertThat(exported.out().lines().findFirst()).hasValue(HEADER);
        assertThat(sorted(exported.out().substring(HEADER.length() + 1))).isEqualTo(sorted(resource("export.tsv")));
    }

    @Test
    void any_field_of_the_record_can_be_named() throws IOException {
        String columns =
                "eventID,userIdentity.sessionContext.sessionIssuer.userName,requestParameters.roleArn,requestParameters.list";
        assertThat(sorted(
                        export("--columns", columns, "--no-header").succeeded().out()))
                .containsExactly(
                        "1\t\t\t[1,\"x\",null,true]", "2\t\t\t", "3\tadmin\tarn:aws:iam::111122223333:role/admin\t");
        export("--columns", "userName").exited(2).said("did you mean 'useridentity.username'?");
    }

    @Test
    void objects_are_json_and_other_formats_tell_what_is_missing_from_what_is_empty() throws IOException {
        export("--columns", "userIdentity", "--no-header", "--format", "csv")
                .succeeded()
                .printed("\"\"username\"\":\"\"müller\"\"");
        assertThat(sorted(export("--columns", "eventID,sourceIPAddress", "--format", "ndjson")
                        .succeeded()
                        .out()))
                .containsExactly(
                        "{\"eventID\":\"1\",\"sourceIPAddress\":\"198.51.100.7\"}",
                        "{\"eventID\":\"2\",\"sourceIPAddress\":\"\"}",
                        "{\"eventID\":\"3\",\"sourceIPAddress\":null}");
    }

    @Test
    void whole_records_are_the_bytes_of_the_log_without_its_line_ends() throws IOException {
        String one =
                "{ \"eventID\" :\"1\",\"eventTime\":\"2026-10-01T10:00:00Z\",\t\"a\":1.50e3,\"eventID\":\"1\",\"u\":\"\\u00e9é\\/👩\",\"n\":null}";
        String two = "{\"eventVersion\":\"1.0\",\"eventTime\":\"2026-10-01T11:00:00Z\",\"eventName\":\"x\\ny\"}";
        Files.writeString(
                folder.resolve("log.json"),
                "{\"Records\": [\n" + one.replace(",", ",\r\n") + ",\n" + two + "]}\n[" + two + "]");
        Files.writeString(
                folder.resolve("text.json"),
                "{\"Events\":[{\"CloudTrailEvent\":\""
                        + two.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}]}");
        Files.writeString(folder.resolve("bus.json"), "{\"detail-type\":\"x\",\"detail\":" + two + ",\"id\":1}");

        for (String[] more : List.of(new String[] {"-o", "x.ndjson"}, new String[] {"--format", "ndjson"})) {
            Result exported = records(more).succeeded().said("5 rows from 5 events");
            String lines = more[0].equals("-o") ? Files.readString(folder.resolve("x.ndjson")) : exported.out();
            assertThat(sorted(lines)).containsExactly(one, two, two, two, two);
        }
        assertThat(records("--format", "ndjson", "--limit", "2").succeeded().out())
                .hasLineCount(2);
        assertThat(sorted(new Shell(folder)
                        .run(
                                "export",
                                "--logs",
                                "log.json",
                                "--from",
                                "2026-10-01T10:30:00Z",
                                "--to",
                                "2026-10-02T00:00:00Z",
                                "--format",
                                "ndjson")
                        .succeeded()
                        .out()))
                .containsExactly(two, two);
        assertThat(new Shell(folder)
                        .with("TRAILWISE_TTY", "1")
                        .run("export", "--logs", "log.json", "--all-time", "--format", "ndjson", "--no-pager")
                        .succeeded()
                        .out())
                .contains("\t\"a\":1.50e3", "\\u00e9é\\/👩");
    }

    private Result records(String... more) {
        return new Shell(folder)
                .run(Stream.concat(
                                Stream.of(
                                        "export",
                                        "--logs",
                                        "log.json",
                                        "--logs",
                                        "text.json",
                                        "--logs",
                                        "bus.json",
                                        "--all-time"),
                                Arrays.stream(more))
                        .toArray(String[]::new));
    }

    @Test
    void a_damaged_file_costs_its_events_and_is_said() throws IOException {
        String event = "{\"eventVersion\":\"1.09\",\"eventTime\":\"2026-10-01T10:00:00Z\"}";
        Files.writeString(
                folder.resolve("log.json"), "{\"Records\":[" + event + ",{\"eventVersion\":}," + event + ",{");

        Result exported = new Shell(folder)
                .run("export", "--logs", "log.json", "--all-time", "--format", "ndjson")
                .exited(3)
                .said("1 of 1 file could not be read completely");

        assertThat(exported.out()).isEqualTo((event + "\n").repeat(2));
    }

    @Test
    void whole_records_do_not_come_from_athena() {
        new Shell(folder)
                .with("TRAILWISE_TRAIL_BUCKET", "logs")
                .run("export", "--engine", "athena", "--format", "ndjson", "--all-time")
                .exited(2)
                .said("this query would run on Athena", "trailwise sync");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invictus", "umccr", "stratus"})
    void whole_records_of_real_logs_are_what_jq_reads(String name) throws IOException {
        Path logs = SharedData.folder(name).toAbsolutePath().normalize();
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/jq")), "there is no jq");
        List<String> ours = new Shell(folder)
                .run("export", "--logs", logs.toString(), "--all-time", "--format", "ndjson")
                .out()
                .lines()
                .toList();

        assertThat(values(jq(".", ours))).isNotEmpty().isEqualTo(values(jq(QUERY, texts(logs))));
    }

    /** The records of a document, whatever it is; what is none has no time. */
    private static final String QUERY =
            "if type == \"array\" then .[] elif has(\"Records\") then .Records[] else . end | select(type == \"object\""
                    + " and (has(\"eventTime\") or has(\"eventVersion\")))";

    private static List<String> texts(Path logs) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.json(\\.gz)?"))
                    .toList()) {
                try (InputStream in = file.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file)) {
                    texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }

    /** What jq makes of the documents, each on a line with its keys in order. */
    private List<String> jq(String filter, List<String> documents) throws IOException {
        Path input = Files.writeString(folder.resolve("jq.json"), String.join("\n", documents));
        Path output = folder.resolve("jq.out");
        Process jq = new ProcessBuilder("/usr/bin/jq", "-cS", filter, input.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        jq.onExit().join();
        return Files.readAllLines(output);
    }

    private static List<String> values(List<String> lines) {
        return lines.stream().sorted().toList();
    }

    @Test
    void files_of_the_bucket_are_copied_first_and_once() throws IOException {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put(KEY, resource("export.json").getBytes(StandardCharsets.UTF_8));
            fromBucket(s3, "--format", "parquet", "--limit", "1", "--to", "2026-10-01")
                    .exited(2);
            assertThat(s3.gets()).isEmpty();
            for (int gets : new int[] {1, 1}) {
                Result exported = fromBucket(s3).succeeded().said("3 rows from 3 events");
                assertThat(exported.out()).startsWith(HEADER + "\n").hasLineCount(4);
                assertThat(s3.gets()).hasSize(gets);
            }
            fromBucket(s3, "--dry-run").succeeded().said("nothing to copy").printedExactly("");
            s3.put(KEY.replace("abcd", "efgh"), 10, "GLACIER");
            fromBucket(s3).succeeded(); // a day that is closed is not listed again
            s3.put(KEY.replace("2026/10/01", "2026/10/02").replace("abcd", "efgh"), 10, "DEEP_ARCHIVE");
            assertThat(fromBucket(s3, "--to", "2026-10-02").exited(3).out()).hasLineCount(4);
        }
    }

    private Result fromBucket(ListingS3 s3, String... more) {
        Shell shell = new Shell(folder).with("TRAILWISE_TRAIL_BUCKET", "logs");
        s3.environment().forEach(shell::with);
        Stream<String> words = Stream.of("export", "--from", "2026-10-01", "--late-days", "0");
        Stream<String> until = more.length > 1 ? Stream.empty() : Stream.of("--to", "2026-10-01");
        return shell.run(
                Stream.of(words, until, Arrays.stream(more)).flatMap(all -> all).toArray(String[]::new));
    }
}
