package dev.trailwise.logs;

import static dev.trailwise.logs.Samples.event;
import static dev.trailwise.logs.Samples.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.table.Tables;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    @Test
    void partitions_come_from_the_path_where_it_has_them() throws IOException {
        Reading reading = read("AWSLogs/999988887777/CloudTrail/us-west-2/2026/11/09/file.json", records(Samples.ROLE));

        assertThat(reading.column("account")).containsExactly("999988887777");
        assertThat(reading.column("region")).containsExactly("us-west-2");
        assertThat(reading.column("day")).containsExactly("2026/11/09");
        assertThat(reading.report().accounts()).containsExactly(new AccountId("999988887777"));
        assertThat(reading.report().regions()).containsExactly(new Region("us-west-2"));
        assertThat(reading.report().days()).containsExactly(new LogDay(LocalDate.of(2026, 11, 9)));
    }

    @Test
    void partitions_come_from_the_event_where_the_path_has_none() throws IOException {
        String noRecipient =
                "{\"eventTime\":\"2026-11-02T23:59:59.123Z\",\"userIdentity\":{\"accountId\":\"000000000001\"}}";
        String nothing =
                "{\"eventVersion\":\"1.0\",\"eventTime\":\"yesterday\",\"awsRegion\":null,\"recipientAccountId\":7}";
        Reading reading = read("file.json", records(Samples.ROLE, noRecipient, Samples.ROLE, nothing));

        assertThat(reading.column("account")).containsExactly("111122223333", "000000000001", "111122223333", null);
        assertThat(reading.column("region")).containsExactly("eu-central-1", null, "eu-central-1", null);
        assertThat(reading.column("day")).containsExactly("2026/11/01", "2026/11/02", "2026/11/01", null);
        assertThat(reading.report().accounts())
                .containsExactlyInAnyOrder(new AccountId("111122223333"), new AccountId("000000000001"));
        assertThat(reading.report().days()).hasSize(2);
    }

    @Test
    void the_oldest_and_newest_event_are_told() throws IOException {
        FileReport report = read(
                        "file.json",
                        records(
                                Samples.SIGN_IN,
                                Samples.ROLE,
                                "{\"eventTime\":\"2027-02-29T00:00:00Z\"}",
                                "{\"eventTime\":\"2027-01-01T24:00:00Z\"}"))
                .report();

        assertThat(report.oldest()).hasValue(Instant.parse("2026-11-01T10:00:00Z"));
        assertThat(report.newest()).hasValue(Instant.parse("2026-11-02T23:59:59Z"));
        assertThat(read("empty.json", records()).report().newest()).isEmpty();
        assertThat(read("empty.json", records()).report().oldest()).isEmpty();
    }

    @Test
    void a_file_in_a_digest_folder_is_a_digest_and_not_opened() {
        Path path = Path.of("AWSLogs/999988887777/CloudTrail-Digest/us-west-2/2026/11/09/gone.json.gz");
        LogFile file = new LogFile(path, 1, 0, LogKey.parse(path.toString()));

        FileReport report =
                Reading.of(Tables.EVENTS, List.of(file), Limits.DEFAULT).report();

        assertThat(report.digest()).isTrue();
        assertThat(report.problem()).isEmpty();
    }

    @Test
    void an_event_that_does_not_tell_its_kind_is_of_its_folders() throws IOException {
        Reading reading = read(
                "AWSLogs/999988887777/CloudTrail-NetworkActivity/us-west-2/2026/11/09/f.json",
                records(event("A"), Samples.ROLE));

        assertThat(reading.report().otherEvents()).isEqualTo(1);
        assertThat(reading.rows).hasSize(1);
    }

    @Test
    void nothing_but_the_number_of_events_may_be_wanted() throws IOException {
        Path file = Files.writeString(folder.resolve("f.json"), records(event("A"), event("B"), event("C")));
        DuplicateCounter repeats = new DuplicateCounter(1000);
        byte[][] @Nullable [] none = new byte[0][][];
        try (EventReader reader = new EventReader(Leaves.of(Tables.EVENTS), new int[0], LogKind.EVENTS, repeats)) {
            for (int i = 0; i < 2; i++) {
                reader.open(Reading.file(file));
                assertThat(reader.fill(none, 5, 7)).isEqualTo(2);
                assertThat(reader.fill(none, 0, 7)).isEqualTo(1);
                assertThat(reader.fill(none, 0, 7)).isZero();
                assertThat(reader.report().events()).isEqualTo(3);
            }
        }
        assertThat(repeats.count()).isEqualTo(OptionalLong.of(3));
    }

    @Test
    void a_chunk_is_full_of_few_large_events_too() throws IOException {
        Path file = Files.writeString(folder.resolve("f.json"), records(event("A"), event("B"), event("C")));
        Leaves leaves = Leaves.of(Tables.EVENTS);
        int[] name = {leaves.index("eventname")};
        byte[][] @Nullable [] columns = new byte[1][10][];
        Limits limits = new Limits(1 << 20, 1 << 20, 1 << 10, 2);
        try (EventReader reader = new EventReader(leaves, name, LogKind.EVENTS, null, limits)) {
            reader.open(Reading.file(file));
            assertThat(reader.fill(columns, 0, 10)).isEqualTo(2);
            assertThat(reader.full()).isTrue();
            assertThat(reader.ended()).isFalse();
            assertThat(reader.fill(columns, 2, 10)).isZero();
            assertThat(reader.fill(columns, 0, 10)).isEqualTo(1);
            assertThat(reader.ended()).isTrue();
        }
    }

    @Test
    void a_report_needs_a_file() {
        try (EventReader reader = new EventReader(Leaves.of(Tables.EVENTS), new int[0], LogKind.EVENTS)) {
            assertThatThrownBy(reader::report).isInstanceOf(IllegalStateException.class);
        }
    }

    private Reading read(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Optional<LogKey> key = LogKey.parse(path.toString());
        return Reading.of(
                Tables.EVENTS.kind() == key.map(LogKey::kind).orElse(LogKind.EVENTS)
                        ? Tables.EVENTS
                        : Tables.NETWORK_ACTIVITY,
                List.of(new LogFile(path, Files.size(path), 0, key)),
                Limits.DEFAULT);
    }
}
