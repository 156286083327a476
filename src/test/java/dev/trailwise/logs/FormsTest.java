package dev.trailwise.logs;

import static dev.trailwise.logs.Samples.event;
import static dev.trailwise.logs.Samples.records;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.trailwise.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form in which CloudTrail events are found on disks. */
public class FormsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> forms() {
        String a = event("A");
        String b = event("B");
        String pretty = Samples.SIGN_IN.replace("ConsoleLogin\"", "A\"");
        String lookup = "{\"EventId\":\"x\",\"EventName\":\"no\",\"EventTime\":1.7e9,\"CloudTrailEvent\":\"" + quoted(a)
                + "\",\"Resources\":[]}";
        String bridge =
                "{\"version\":\"0\",\"id\":\"x\",\"detail-type\":\"AWS API Call via CloudTrail\",\"resources\":[],\"detail\":"
                        + b + ",\"region\":\"x\"}";
        return Stream.of(
                form("as delivered", records(a, b), "A", "B"),
                form("no events", records()),
                form("no events, spaced", "{ \"Records\" : [ ] }\n"),
                form(
                        "members around the events",
                        "{\"x\":{\"Records\":[1]},\"Records\":[" + a + "],\"y\":[{}],\"Records\":[" + b + "]}",
                        "A",
                        "B"),
                form("an array", "[" + a + " ,\n" + b + "]", "A", "B"),
                form("a line each", a + "\n" + b + "\r\n\n", "A", "B"),
                form("one event", a, "A"),
                form("one event, pretty", pretty, "A"),
                form("one after another, pretty", pretty + pretty + b, "A", "A", "B"),
                form("deliveries one after another", records(a) + records(b) + "\n" + records(), "A", "B"),
                form("slurped deliveries", "[" + records(a) + "," + records(b, a) + "]", "A", "B", "A"),
                form("slurped arrays", "[[" + a + "],[],[" + b + "]]", "A", "B"),
                form("LookupEvents", "{\"Events\":[" + lookup + "," + lookup + "],\"NextToken\":\"t\"}", "A", "A"),
                form("LookupEvents, the events alone", lookup + "\n" + lookup, "A", "A"),
                form("EventBridge", bridge + "\n" + bridge, "B", "B"),
                form("an array of EventBridge's", "[" + bridge + "," + a + "]", "B", "A"),
                form("a byte order mark", "\ufeff" + records(a), "A"),
                form("Records that is one event", "{\"Records\":" + a + "}\n{\"Records\":" + b + ",\"x\":1}", "A", "B"),
                form("CloudWatch Logs", watch(a, b) + watch(b), "A", "B", "B"),
                form("SNS", text("Message", records(a, b)) + "\n" + text("Message", b), "A", "B", "B"),
                form("SQS", "{\"Messages\":[" + text("Body", bridge) + "," + text("Body", a) + "]}", "B", "A"),
                form("SNS inside SQS", text("Body", text("Message", records(a))), "A"),
                form("SQS, as Lambda gets it", records(text("body", a), text("body", text("Message", b))), "A", "B"),
                form(
                        "Elasticsearch documents",
                        "{\"_id\":\"1\",\"_source\":" + a + "}\n{\"_source\":" + b + "}",
                        "A",
                        "B"),
                form(
                        "an Elasticsearch result",
                        "{\"took\":1,\"hits\":{\"total\":{\"value\":1},\"hits\":[{\"_id\":\"1\",\"_source\":" + a
                                + ",\"sort\":[1]}]},\"x\":1}",
                        "A"),
                form(
                        "events beside other JSON",
                        "{\"name\":\"x\"}\n[1,\"x\",null,{}," + a + "]\n3\n\"x\"\nnull ",
                        "A"));
    }

    private static Arguments form(String name, String text, String... eventNames) {
        return Arguments.of(name, text, List.of(eventNames));
    }

    private static String text(String key, String content) {
        return "{\"Type\":\"x\",\"" + key + "\":\"" + quoted(content) + "\",\"Timestamp\":\"x\"}";
    }

    private static String watch(String... events) {
        return Stream.of(events)
                .map(event -> "{\"id\":\"0\",\"timestamp\":1,\"message\":\"" + quoted(event) + "\"}")
                .collect(Collectors.joining(
                        ",",
                        "{\"owner\":\"111122223333\",\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[",
                        "],\"logGroup\":\"x\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Records\":null}",
                "{\"Records\":\"text\"}",
                "{\"Records\":{}}",
                "{\"Records\":[{\"time\":\"x\"}]}",
                "{}",
                "7",
                "null",
                "[1,{\"a\":[]}]",
                "{\"detail\":{\"a\":1}}",
                "{\"fileVersion\":\"1.0\",\"configurationItems\":[{\"configurationItemVersion\":\"1.3\"}]}",
                "{\"Message\":\"{\\\"s3Bucket\\\":\\\"b\\\"}\"}",
                "{\"messageType\":\"CONTROL_MESSAGE\",\"logEvents\":[{\"message\":\"CWL CONTROL MESSAGE\"}]}"
            })
    void json_without_any_cloudtrail_event_is_named(String text) throws IOException {
        FileReport report = Reading.of(Tables.EVENTS, write("f.json", text.getBytes(StandardCharsets.UTF_8)))
                .report();

        assertThat(report.problem().orElseThrow().reason()).isEqualTo("no CloudTrail events in this JSON");
    }

    @Test
    void a_bad_event_in_an_envelope_costs_that_event() throws IOException {
        String text = "{\"logEvents\":[{\"message\":\"" + quoted(event("A").substring(0, 90)) + "\"},{\"message\":\""
                + quoted(event("B")) + "\"}]}";

        Reading reading = Reading.of(Tables.EVENTS, write("f.json", text.getBytes(StandardCharsets.UTF_8)));

        assertThat(reading.column("eventname")).containsExactly("B");
        assertThat(reading.report().problem().orElseThrow().reason())
                .isEqualTo("in an event that is text: the text ends in the middle of a value");
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void events_are_found_in(String name, String text, List<String> eventNames) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        Reading plain = Reading.of(Tables.EVENTS, write("plain.json.gz", bytes));
        Reading zipped = Reading.of(Tables.EVENTS, write("zipped.json", gzip(bytes)));
        Reading inPieces = Reading.of(
                Tables.EVENTS,
                List.of(Reading.file(write("pieces", bytes))),
                new Limits(1 << 20, 1 << 20, 32, 1 << 20));

        assertThat(plain.report().problem()).isEmpty();
        assertThat(plain.column("eventname")).isEqualTo(eventNames);
        assertThat(plain.report().events()).isEqualTo(eventNames.size());
        assertThat(plain.report().size()).isEqualTo(bytes.length);
        assertThat(zipped.rows).isEqualTo(plain.rows);
        assertThat(inPieces.rows).isEqualTo(plain.rows);
        assertThat(inPieces.report().problem()).isEmpty();
    }

    @Test
    void several_gzip_members_and_zeros_after_them_are_one_text() throws IOException {
        byte[] text = records(event("A"), event("B")).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(gzip(java.util.Arrays.copyOf(text, 50)));
        file.writeBytes(gzip(new byte[0]));
        file.writeBytes(gzip(java.util.Arrays.copyOfRange(text, 50, text.length)));
        file.writeBytes(new byte[1000]);

        Reading reading = Reading.of(Tables.EVENTS, write("a.json.gz", file.toByteArray()));

        assertThat(reading.report().problem()).isEmpty();
        assertThat(reading.column("eventname")).containsExactly("A", "B");
    }

    @Test
    void a_gzip_header_may_have_all_its_parts() throws IOException {
        byte[] zipped = gzip(records(event("A")).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(zipped, 0, 3);
        file.write(2 | 4 | 8 | 16);
        file.write(zipped, 4, 6);
        file.writeBytes(new byte[] {3, 0, 'x', 'y', 'z', 'n', 'a', 'm', 'e', 0, 'c', 0, 1, 2});
        file.write(zipped, 10, zipped.length - 10);

        Reading reading = Reading.of(Tables.EVENTS, write("a.json.gz", file.toByteArray()));

        assertThat(reading.report().problem()).isEmpty();
        assertThat(reading.column("eventname")).containsExactly("A");
    }

    @Test
    void a_digest_is_told_apart() throws IOException {
        String digest =
                "{\"awsAccountId\":\"111122223333\",\"digestS3Bucket\":\"b\",\"digestS3Object\":\"k\",\"logFiles\":[{\"s3Object\":\"k\"}]}";

        FileReport report = Reading.of(Tables.EVENTS, write("d.json", digest.getBytes(StandardCharsets.UTF_8)))
                .report();

        assertThat(report.digest()).isTrue();
        assertThat(report.events()).isZero();
        assertThat(report.problem()).isEmpty();
    }

    @Test
    void events_of_other_kinds_are_counted_and_left_out() throws IOException {
        String text =
                records(Samples.ROLE, Samples.INSIGHT, Samples.NETWORK, Samples.INSIGHT.replace("eventCategory", "x"));
        Path file = write("mixed.json", text.getBytes(StandardCharsets.UTF_8));

        assertThat(Reading.of(Tables.EVENTS, file).column("eventid")).containsExactly("e-1");
        assertThat(Reading.of(Tables.NETWORK_ACTIVITY, file).column("eventid")).containsExactly("e-4");
        assertThat(Reading.of(Tables.INSIGHTS, file).column("eventid")).containsExactly("e-3", "e-3");
        assertThat(Reading.of(Tables.EVENTS, file).report().otherEvents()).isEqualTo(3);
    }

    /** AWS does not document what the file of aggregated events is. */
    @Test
    void summaries_of_data_events_come_in_records_in_an_array_or_a_line_each() throws IOException {
        String one = Samples.AGGREGATED;
        String other = one.replace("e-5", "e-6").replace("19:2", "20:2");
        for (String text : List.of(records(one, other), "[" + one + "," + other + "]", one + "\n" + other + "\n")) {
            Reading reading =
                    Reading.of(Tables.AGGREGATED, write("summaries.json", text.getBytes(StandardCharsets.UTF_8)));

            assertThat(reading.column("eventid")).containsExactly("e-5", "e-6");
            assertThat(reading.column("account")).containsExactly("111122223333", "111122223333");
            assertThat(reading.column("region")).containsExactly("us-west-2", "us-west-2");
            assertThat(reading.column("day")).containsExactly("2026/11/05", "2026/11/05");
            assertThat(reading.column("summary.details").get(0)).contains("\"value\":800");
            assertThat(reading.report().problem()).isEmpty();
            assertThat(reading.report().oddTimes()).isZero();
            assertThat(reading.report().newest()).hasValue(Instant.parse("2026-11-05T20:20:00Z"));
        }
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
