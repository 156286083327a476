package dev.trailwise.logs;

import static dev.trailwise.logs.Samples.event;
import static dev.trailwise.logs.Samples.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.trailwise.engine.FileProblem;
import dev.trailwise.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files are named with a reason and an offset, and what was good before the damage counts. */
class UnreadableInputTest {
    private static final String[] HUNDRED =
            IntStream.range(0, 100).mapToObj(i -> event("E" + i)).toArray(String[]::new);

    @TempDir
    Path folder;

    @Test
    void a_cut_text_keeps_the_events_before_the_cut() throws IOException {
        String text = records(event("A"), event("B"));
        for (int length = 1; length < text.length(); length++) {
            Reading reading = read(text.substring(0, length));
            FileProblem problem = reading.report().problem().orElseThrow();

            assertThat(problem.reason()).isEqualTo("the text ends in the middle of a value");
            assertThat(problem.offset()).isEqualTo(length);
            assertThat(problem.eventsKept()).isEqualTo(reading.rows.size());
        }
        assertThat(read(text.substring(0, text.length() - 5)).column("eventname"))
                .containsExactly("A");
        assertThat(read(text.substring(0, text.length() - 1)).column("eventname"))
                .containsExactly("A", "B");
    }

    @Test
    void a_cut_gzip_file_keeps_what_could_be_inflated() throws IOException {
        byte[] zipped = gzip(records(HUNDRED));
        Reading reading = read(Arrays.copyOf(zipped, zipped.length - 20));

        assertThat(problem(reading).reason()).startsWith("the gzip data ends too early: the file is cut");
        assertThat(problem(reading).eventsKept()).isEqualTo(reading.rows.size()).isBetween(50L, 100L);
        assertThat(problem(read(Arrays.copyOf(zipped, 2))).reason()).contains("cut");
        assertThat(problem(read(Arrays.copyOf(zipped, 7))).reason()).contains("cut");
        assertThat(read(Arrays.copyOf(zipped, zipped.length - 3)).rows).hasSize(100);
        assertThat(problem(read(Arrays.copyOf(zipped, zipped.length - 3))).reason())
                .contains("cut");
    }

    @Test
    void a_wrong_checksum_or_length_is_told() throws IOException {
        String text = records(HUNDRED);
        byte[] checksum = gzip(text);
        checksum[checksum.length - 6] ^= 1;
        byte[] length = gzip(text);
        length[length.length - 1] ^= 1;

        assertThat(problem(read(checksum)))
                .isEqualTo(new FileProblem(
                        folder.resolve("file.json").toString(),
                        "the checksum (CRC-32) does not match: what was read may be wrong",
                        text.length(),
                        100));
        assertThat(problem(read(length)).reason()).contains("length in the gzip trailer does not match");
    }

    @Test
    void any_flipped_byte_of_a_gzip_file_is_noticed() throws IOException {
        String text = records(Arrays.copyOf(HUNDRED, 5));
        byte[] good = gzip(text);
        for (int at = 10; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 + new Random(at).nextInt(255));
            assertThat(read(bad).report().problem()).as("byte %s", at).isPresent();
        }
    }

    @Test
    void bytes_after_the_gzip_data_are_told() throws IOException {
        byte[] zipped = gzip(records(event("A")));
        byte[] more = Arrays.copyOf(zipped, zipped.length + 5);
        more[more.length - 1] = 'x';

        assertThat(read(more).rows).hasSize(1);
        assertThat(problem(read(more)).reason()).contains("trailing bytes after the gzip data");
    }

    @Test
    void what_is_not_json_is_told_from_where_it_is_not() throws IOException {
        assertThat(problem(read("eventName,eventTime\nA,B\n")).reason())
                .isEqualTo("invalid JSON (found 'e', expected a value)");
        assertThat(problem(read(new byte[] {0, 1, 2, 3})).reason())
                .isEqualTo("invalid JSON (found byte 0x0, expected a value)");
        assertThat(problem(read("[" + event("A") + ",]")).reason())
                .isEqualTo("invalid JSON (found ']', expected a value)");
        assertThat(problem(read("{\"Records\":[" + event("A") + "}")).reason())
                .isEqualTo("invalid JSON (found '}', expected ',' or ']')");
        assertThat(problem(read("nullnull")).reason()).contains("expected white space");
        assertThat(problem(read("[[[[[[[[[[[[[[[[[[[[")).reason()).contains("ends in the middle");
    }

    /** Each damages the event B between A and C, or what separates the two. */
    static Stream<String> damaged() {
        String b = event("B");
        return Stream.of(
                b.replace("\"B\"", "\"\u0001\""),
                b.replace("\"B\"", "\"\\x\""),
                b.replace("\"B\"", "\"B"),
                b.replace("\"B\"", "B\""),
                b.replace("\"B\"", "{\"x\":[1,{}"),
                b.replace("\"B\"", "[["),
                b.replace("\"B\"", "]"),
                b.replace("\"eventVersion\":", "\"eventVersion\""),
                b.replace("{\"eventVersion", "{eventVersion"),
                b.replace("{\"eventVersion", "\"eventVersion"),
                b.substring(0, b.length() / 2),
                b.substring(0, b.length() - 1),
                b + "}",
                b + b,
                b + ",",
                "",
                "\u0000\u0000\u0000",
                b.replace("\"B\"", "[".repeat(JsonScanner.MAX_DEPTH + 1) + "]".repeat(JsonScanner.MAX_DEPTH + 1)),
                b.replace("\"B\"", "\"" + "y".repeat(5000) + "\""));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void damage_costs_one_event_and_not_the_rest(String b) throws IOException {
        String[] forms = {
            "{\"Records\":[%s,%s,%s]}",
            "{\"Records\":[%s,%s,%s],\"x\":1}{\"Records\":[]}",
            "[%s,\n %s,\n %s]",
            "{ \"Records\" : [\n%s,\n%s,\n%s ] }"
        };
        for (String form : forms) {
            for (int buffer : new int[] {16, 1 << 12}) {
                String text = form.formatted(event("A"), b, event("C"));
                Reading reading = Reading.of(
                        Tables.EVENTS,
                        List.of(Reading.file(write(text.getBytes(StandardCharsets.UTF_8)))),
                        new Limits(1 << 20, 4 << 10, buffer, 1 << 20));

                assertThat(reading.column("eventname")).as(text).contains("A").endsWith("C");
                assertThat(problem(reading).eventsKept()).isEqualTo(reading.rows.size());
            }
        }
    }

    @Test
    void a_bad_byte_costs_its_event_whatever_key_events_begin_with() throws IOException {
        String a = "{\"awsRegion\":\"x\",\"eventTime\":\"t\",\"eventName\":\"A\"}";
        String text = "{\"Records\":[" + a + "," + a.replace("A", "\\q") + "," + a.replace("A", "C") + "]}";

        Reading reading = read(text);

        assertThat(reading.column("eventname")).containsExactly("A", "C");
        assertThat(problem(reading).reason())
                .isEqualTo("invalid JSON (found 'q', expected the rest of an escape); event skipped");
    }

    @Test
    void text_that_holds_no_event_is_given_up() throws IOException {
        byte[] nothing = new byte[1 << 20];
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        Limits limits = new Limits(1 << 30, 4 << 10, 1 << 10, 1 << 20);
        for (byte[] content : List.of(nothing, spaces)) {
            Reading reading = Reading.of(Tables.EVENTS, List.of(Reading.file(write(content))), limits);

            assertThat(problem(reading).reason()).endsWith("; what follows was not read");
            assertThat(reading.report().size()).isLessThan(100 << 10);
        }
    }

    @Test
    void an_empty_file_and_utf_16_are_named() throws IOException {
        assertThat(problem(read("")))
                .isEqualTo(new FileProblem(folder.resolve("file.json").toString(), "empty file", 0, 0));
        assertThat(problem(read(gzip(""))).reason()).isEqualTo("empty file");
        assertThat(problem(read(records(event("A")).getBytes(StandardCharsets.UTF_16)))
                        .reason())
                .contains("UTF-16");
    }

    @Test
    void a_bad_line_does_not_hide_the_lines_after_it() throws IOException {
        String text = event("A") + "\n{\"eventVersion\":\"1.08\",\"eventName\":tru}\n" + event("B")
                + "\n{\"eventVersion\":\n\n" + event("C") + "\n" + event("D") + "\n{\"eventName\":\"cut";
        for (Limits limits : List.of(Limits.DEFAULT, new Limits(1 << 20, 1 << 20, 16, 1 << 20))) {
            Reading reading = Reading.of(
                    Tables.EVENTS, List.of(Reading.file(write(text.getBytes(StandardCharsets.UTF_8)))), limits);

            assertThat(reading.column("eventname")).startsWith("A", "B").endsWith("D");
            assertThat(problem(reading).reason())
                    .contains("(found '}', expected the rest of true); line skipped")
                    .contains("more such places");
            assertThat(problem(reading).offset()).isEqualTo(event("A").length() + 1 + 38);
        }
        assertThat(read("{\"eventName\":\n" + event("A") + "x\n" + event("B")).column("eventname"))
                .containsExactly("B");
        assertThat(read("{bad\n" + event("A") + "\n" + event("B")).column("eventname"))
                .containsExactly("A", "B");
    }

    @Test
    void a_bad_event_text_of_lookup_events_is_passed_over() throws IOException {
        Reading reading = read(
                "{\"Events\":[{\"CloudTrailEvent\":\"{\\\"eventName\\\":}\"},{\"CloudTrailEvent\":\"{\\\"eventTime\\\":1,\\\"eventName\\\":\\\"A\\\"}\"},"
                        + "{\"CloudTrailEvent\":\"\"},{\"CloudTrailEvent\":\"{} {}\"}]}");

        assertThat(reading.column("eventname")).containsExactly("A");
        assertThat(problem(reading).reason())
                .startsWith("in an event that is text: invalid JSON (found '}'")
                .endsWith("2 more such places");
        assertThat(problem(reading).offset()).isEqualTo(30);
    }

    @Test
    void what_is_no_event_in_records_is_told_and_passed_over() throws IOException {
        Reading reading = read("{\"Records\":[null,1," + event("A") + ",[{}],\"x\"]}");

        assertThat(reading.column("eventname")).containsExactly("A");
        assertThat(problem(reading).reason()).isEqualTo("an element of Records is not an event; 3 more such places");
        assertThat(problem(reading).offset()).isEqualTo(12);
    }

    @Test
    void a_file_of_too_much_text_is_read_up_to_the_bound() throws IOException {
        Reading reading = Reading.of(
                Tables.EVENTS,
                List.of(Reading.file(write(gzip(records(HUNDRED))))),
                new Limits(8 << 10, 1 << 20, 1 << 10, 1 << 20));

        assertThat(problem(reading).reason()).startsWith("more than 8 KiB of text");
        assertThat(problem(reading).offset()).isBetween(7L << 10, 8L << 10);
        assertThat(reading.rows).hasSizeBetween(30, 99);
    }

    @Test
    void an_event_over_the_bound_is_named_and_memory_does_not_grow() throws IOException {
        String huge = event("H").replace("\"eventID\"", "\"x\":\"" + "y".repeat(5000) + "\",\"eventID\"");
        Limits limits = new Limits(1 << 20, 4 << 10, 1 << 10, 1 << 20);
        Reading inRecords = Reading.of(
                Tables.EVENTS,
                List.of(Reading.file(write(records(event("A"), huge, event("B")).getBytes(StandardCharsets.UTF_8)))),
                limits);
        Reading inLines = Reading.of(
                Tables.EVENTS,
                List.of(Reading.file(
                        write((event("A") + "\n" + huge + "\n" + event("B")).getBytes(StandardCharsets.UTF_8)))),
                limits);

        assertThat(inRecords.column("eventname")).containsExactly("A", "B");
        assertThat(problem(inRecords).reason()).isEqualTo("record exceeds 4 KiB; event skipped");
        assertThat(problem(inRecords).offset()).isEqualTo(12 + event("A").length());
        assertThat(inLines.column("eventname")).containsExactly("A", "B");
        assertThat(problem(inLines).offset()).isEqualTo(event("A").length() + 1);
    }

    @Test
    void a_file_that_is_gone_or_forbidden_is_named() throws IOException {
        LogFile gone = Reading.file(write(new byte[1]));
        Files.delete(gone.path());
        assertThat(problem(Reading.of(Tables.EVENTS, List.of(gone), Limits.DEFAULT)))
                .isEqualTo(new FileProblem(gone.path().toString(), "the file is not there any more", -1, 0));

        Path forbidden = write(records(event("A")).getBytes(StandardCharsets.UTF_8));
        assumeFalse(
                !forbidden.toFile().setReadable(false) || Files.isReadable(forbidden), "skipped: root may read all");
        assertThat(problem(Reading.of(Tables.EVENTS, forbidden)).reason()).isEqualTo("permission denied");
    }

    @Test
    void a_reader_is_as_good_as_new_after_damage() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"Records\":[{\"eventName\":\"A");
        Path good = Files.writeString(folder.resolve("good.json"), records(event("B")));
        Reading reading = Reading.of(
                Tables.EVENTS,
                List.of(
                        Reading.file(bad),
                        Reading.file(good),
                        Reading.file(folder.resolve("bad.json")),
                        Reading.file(good)),
                Limits.DEFAULT);

        assertThat(reading.column("eventname")).containsExactly("B", "B");
        assertThat(reading.reports)
                .map(report -> report.problem().isPresent())
                .containsExactly(true, false, true, false);
    }

    private static FileProblem problem(Reading reading) {
        return reading.report().problem().orElseThrow();
    }

    private Reading read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Reading read(byte[] bytes) throws IOException {
        return Reading.of(Tables.EVENTS, write(bytes));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.json"), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        return FormsTest.gzip(text.getBytes(StandardCharsets.UTF_8));
    }
}
