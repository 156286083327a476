package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cli.Shell.Result;
import dev.trailwise.testing.aws.ListingS3;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void files_of_the_bucket_are_copied_first_and_once() throws IOException {
        try (ListingS3 s3 = new ListingS3()) {
            s3.put(KEY, resource("export.json").getBytes(StandardCharsets.UTF_8));
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
