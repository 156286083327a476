package dev.trailwise.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.cost.Usd;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path data;

    private Path folder;
    private Ledger ledger;

    @BeforeEach
    void open() {
        folder = data.resolve("history");
        ledger = Ledger.open(folder);
    }

    @Test
    void an_entry_is_read_as_it_was_written() {
        LedgerEntry full = Entries.succeeded("2026-11-22T10:00:00.123Z", "q1", 42_000_000);
        LedgerEntry refused = LedgerEntry.refused(
                Instant.parse("2026-11-22T11:00:00Z"),
                "athena",
                "sql",
                "SELECT 2",
                full.scope(),
                full.expected(),
                "too dear");
        ledger.record(full);
        ledger.record(refused);

        assertThat(ledger.month(NOVEMBER).entries()).containsExactly(full, refused);
        assertThat(ledger.month(NOVEMBER).problems()).isEmpty();
    }

    @Test
    void the_last_line_of_an_entry_counts() {
        LedgerEntry entry = Entries.started("2026-11-22T10:00:00Z", "q1");
        ledger.record(entry);
        assertThat(ledger.spentOn(DAY)).as("as estimated").isEqualTo(Usd.parse("0.0001"));

        LedgerEntry ended =
                entry.ended(Outcome.CANCELLED, Optional.of("stopped"), Entries.spent(1_000_000_000), Entries.run("q1"));
        ledger.record(ended);

        assertThat(ledger.month(NOVEMBER).entries()).containsExactly(ended);
        assertThat(ledger.spentOn(DAY)).isEqualTo(Usd.parse("0.005"));
    }

    @Test
    void a_day_and_a_month_end_at_midnight_utc() {
        ledger.record(Entries.succeeded("2026-10-31T23:59:59.999Z", "q1", 1_000_000_000));
        ledger.record(Entries.succeeded("2026-11-01T00:00:00Z", "q2", 2_000_000_000));

        assertThat(ledger.spentOn(LocalDate.of(2026, 10, 31))).isEqualTo(Usd.parse("0.005"));
        assertThat(ledger.spentOn(LocalDate.of(2026, 11, 1))).isEqualTo(Usd.parse("0.01"));
        assertThat(ledger.months()).containsExactly(NOVEMBER, YearMonth.of(2026, 10));
        assertThat(ledger.newest(1).entries())
                .extracting(entry -> entry.run().orElseThrow().queryId())
                .containsExactly("q2");
        assertThat(ledger.newest(5).entries())
                .extracting(entry -> entry.run().orElseThrow().queryId())
                .containsExactly("q1", "q2");
    }

    @Test
    void only_the_owner_can_read_it() throws IOException {
        ledger.record(Entries.started("2026-11-22T10:00:00Z", "q1"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void damaged_and_foreign_lines_are_passed_over_and_told() throws IOException {
        LedgerEntry first = Entries.started("2026-11-22T10:00:00Z", "q1");
        LedgerEntry second = Entries.started("2026-11-22T10:00:01Z", "q2");
        ledger.record(first);
        String line = Files.readString(file());
        write("not json\n");
        write("{\"v\":2,\"id\":\"x\"}\n[]\n{\"v\":1,\"id\":\"half\"}\n");
        write(line.replace("started", "exploded").replace(first.id(), "other"));
        write(line.substring(0, line.length() / 2));
        ledger.record(second);

        Ledger.Reading reading = ledger.month(NOVEMBER);

        assertThat(reading.entries()).containsExactly(first, second);
        assertThat(reading.problems())
                .hasSize(6)
                .allSatisfy(problem -> assertThat(problem).contains("2026-11.ndjson:"))
                .anySatisfy(problem -> assertThat(problem).contains(":3:", "version 2, not 1"))
                .anySatisfy(problem -> assertThat(problem).contains(":7:", "cut off or damaged"));
    }

    @Test
    void fields_of_later_versions_are_passed_over() throws IOException {
        LedgerEntry entry = Entries.succeeded("2026-11-22T10:00:00Z", "q1", 5);
        ledger.record(entry);
        String line = Files.readString(file());
        Files.writeString(
                file(),
                line.replaceFirst("\\{", "{\"mood\":{\"of\":[\"the\",{}]},\"tags\":[[1],null,\"a\"],\"x\":null,"));

        assertThat(ledger.month(NOVEMBER).entries()).containsExactly(entry);
    }

    @Test
    void other_files_in_the_folder_do_not_matter() throws IOException {
        ledger.record(Entries.started("2026-11-22T10:00:00Z", "q1"));
        Files.writeString(folder.resolve("notes.ndjson"), "mine");
        Files.createDirectory(folder.resolve("2026-12"));

        assertThat(ledger.newest(5).entries()).hasSize(1);
        assertThat(Ledger.open(data.resolve("nowhere")).newest(5).entries()).isEmpty();
    }

    @Test
    void entries_are_found_by_the_beginning_of_either_id() {
        LedgerEntry first = Entries.started("2026-10-22T10:00:00Z", "aaaa-1");
        LedgerEntry second = Entries.started("2026-11-22T10:00:00Z", "aaaa-2");
        ledger.record(first);
        ledger.record(second);

        assertThat(ledger.find(first.id())).containsExactly(first);
        assertThat(ledger.find(second.id().substring(0, 5))).containsExactly(second);
        assertThat(ledger.find("aaaa-")).containsExactly(first, second);
        assertThat(ledger.find("zzzzzzzz")).isEmpty();
    }

    @Test
    void a_history_that_cannot_be_written_or_read_is_a_failure_with_its_path() throws IOException {
        Files.writeString(folder, "a file where the folder should be");

        assertThatThrownBy(() -> ledger.record(Entries.started("2026-11-22T10:00:00Z", "q1")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("history");
        assertThatThrownBy(() -> ledger.newest(1)).isInstanceOf(Failure.class);
    }

    @Test
    void processes_that_write_at_once_do_not_tear_each_others_lines() throws IOException, InterruptedException {
        List<Process> writers = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            folder.toString(),
                            "w" + k)
                    .inheritIO()
                    .start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }

        Ledger.Reading reading = ledger.month(NOVEMBER);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.entries()).hasSize(3 * 2 * Writer.EACH);
    }

    /** Writes from two threads, so that both a process and its threads contend. */
    static final class Writer {
        private static final int EACH = 40;

        private Writer() {}

        public static void main(String[] arguments) throws InterruptedException {
            Ledger ledger = Ledger.open(Path.of(arguments[0]));
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 2; t++) {
                String name = arguments[1] + t;
                threads.add(new Thread(() -> {
                    for (int n = 0; n < EACH; n++) {
                        ledger.record(Entries.started("2026-11-22T10:00:00Z", name + "-" + n));
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @Test
    void a_huge_month_is_read_quickly() throws IOException {
        int count = 20_000;
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < count; n++) {
            LedgerEntry entry = Entries.succeeded("2026-11-22T10:00:00Z", new UUID(n, n).toString(), 5);
            lines.append(new String(LedgerLine.encode(entry), StandardCharsets.UTF_8));
        }
        Files.createDirectories(folder);
        Files.writeString(file(), lines);

        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long start = processor.getCurrentThreadCpuTime();
        Ledger.Reading reading = ledger.newest(20);

        assertThat(reading.entries()).hasSize(20);
        assertThat((processor.getCurrentThreadCpuTime() - start) / 1_000_000)
                .as("milliseconds of the processor")
                .isLessThan(5_000);
    }

    @Test
    void totals_tell_how_far_estimates_were_off() {
        LedgerEntry open = Entries.started("2026-11-22T10:00:00Z", "q0");
        List<LedgerEntry> entries = List.of(
                Entries.succeeded("2026-11-22T10:00:00Z", "q1", 20_000_000),
                Entries.succeeded("2026-11-22T10:00:00Z", "q2", 10_000_000),
                Entries.succeeded("2026-11-22T10:00:00Z", "q3", 22_000_000),
                open);

        Totals totals = Totals.of(entries);

        assertThat(totals.runs()).isEqualTo(4);
        assertThat(totals.scanned().count()).isEqualTo(52_000_000);
        assertThat(totals.spent()).isEqualTo(Usd.parse("0.00036"));
        Totals.Deviation deviation = totals.deviation().orElseThrow();
        assertThat(deviation.compared()).isEqualTo(3);
        assertThat(deviation.median()).isEqualTo(0.1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(deviation.worst()).isEqualTo(-0.5);
        assertThat(Totals.of(List.of(open)).deviation()).isEmpty();
    }

    private Path file() {
        return folder.resolve("2026-11.ndjson");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.APPEND);
    }
}
