package dev.trailwise.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.logs.file.Gunzip;
import dev.trailwise.trail.LogKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
    private static final String DAY = "o-a1b2/AWSLogs/o-a1b2/111122223333/CloudTrail/eu-west-1/2026/11/01/";

    @TempDir
    Path folder;

    @Test
    void logs_are_found_at_any_depth_in_the_order_of_their_paths() throws IOException {
        for (String name :
                new String[] {"b.json", "a/z.JSON.GZ", "a/b.jsonl", "a/c.ndjson.gz", "plain.gz", "x.y.json"}) {
            touch(name);
        }
        assertThat(LogFiles.find(folder).files())
                .extracting(file -> folder.relativize(file.path()).toString().replace('\\', '/'))
                .containsExactly("a/b.jsonl", "a/c.ndjson.gz", "a/z.JSON.GZ", "b.json", "plain.gz", "x.y.json");
    }

    @Test
    void what_is_evidently_no_log_is_skipped_and_counted() throws IOException {
        for (String name : new String[] {"README.md", "a.html.gz", ".hidden.json", "_temporary.json", ".gz", ".json"}) {
            touch(name);
        }
        Files.writeString(folder.resolve("LICENSE"), "Apache");
        Files.writeString(folder.resolve("a.txt"), "");
        touch(".git/a.json");
        touch("_delta/a.json");

        LogFiles.Found found = LogFiles.find(folder);

        assertThat(found.files()).isEmpty();
        assertThat(found.skipped()).isEqualTo(4);
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void what_may_be_a_log_but_cannot_be_read_is_named() throws IOException {
        for (String name : new String[] {"a.json.zst", "b.json.bz2", "c.csv", "c.CSV.gz", "d.parquet", "e.7z"}) {
            touch(name);
        }

        LogFiles.Found found = LogFiles.find(folder);

        assertThat(found.files()).isEmpty();
        assertThat(found.problems()).hasSize(6);
        assertThat(found.problems().get(0).reason()).isEqualTo("zstd is not supported; decompress it with 'unzstd'");
        assertThat(LogFiles.find(folder.resolve("d.parquet")).problems()).hasSize(1);
    }

    @Test
    void a_file_with_the_name_of_a_text_is_taken_when_it_begins_like_json() throws IOException {
        for (String name : new String[] {"json", "a.txt", "b.log"}) {
            touch(name);
        }
        Files.write(folder.resolve("c.log.gz"), FormsTest.gzip(new byte[] {'\n', '['}));
        Files.write(folder.resolve("d.log.gz"), FormsTest.gzip(new byte[] {'h'}));
        Files.write(folder.resolve("e.log.gz"), new byte[] {Gunzip.MAGIC_1, Gunzip.MAGIC_2, 0});

        assertThat(LogFiles.find(folder).files())
                .extracting(file -> folder.relativize(file.path()).toString())
                .containsExactly("a.txt", "b.log", "c.log.gz", "json");
    }

    @Test
    void a_file_knows_its_size_time_and_what_its_path_says() throws IOException {
        touch(DAY + "111122223333_CloudTrail_eu-west-1_20261101T0000Z_x.json.gz");
        touch(DAY.replace("CloudTrail", "CloudTrail-Insight") + "b.json");
        touch("z/111122223333_CloudTrail_eu-west-1_20261102T0000Z_x.json.gz");
        touch("z/zz.json");

        LogFiles.Found found = LogFiles.find(folder);

        LogFile first = found.files().get(0);
        assertThat(first.size()).isEqualTo(2);
        assertThat(first.modifiedNanos()).isGreaterThan(1_600_000_000_000_000_000L);
        assertThat(found.files())
                .extracting(file -> file.key()
                        .map(key -> key.kind() + " " + key.partition().day())
                        .orElse("unknown"))
                .containsExactly(
                        LogKind.INSIGHTS + " 2026/11/01",
                        LogKind.EVENTS + " 2026/11/01",
                        LogKind.EVENTS + " 2026/11/02",
                        "unknown");
    }

    @Test
    void a_file_that_is_named_itself_is_taken_whatever_its_name() throws IOException {
        touch("_events.txt");

        assertThat(LogFiles.find(folder.resolve("_events.txt")).files()).hasSize(1);
    }

    @Test
    void links_are_followed_and_broken_or_circular_ones_are_told() throws IOException {
        touch("real/a.json");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("b.json"), folder.resolve("real/a.json"));
        Files.createSymbolicLink(folder.resolve("real/circle"), folder);
        Files.createSymbolicLink(folder.resolve("gone.json"), folder.resolve("nowhere"));

        LogFiles.Found found = LogFiles.find(folder);

        assertThat(found.files()).hasSize(3);
        assertThat(found.files()).allSatisfy(file -> assertThat(file.size()).isEqualTo(2));
        assertThat(found.problems())
                .extracting(problem -> Path.of(problem.file()).getFileName().toString())
                .contains("gone.json", "circle");
    }

    @Test
    void nothing_at_the_path_is_a_mistake_of_the_user() {
        assertThatThrownBy(() -> LogFiles.find(folder.resolve("no/such")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("no/such");
    }

    @Test
    void a_folder_that_may_not_be_read_is_told() throws IOException {
        touch("closed/a.json");
        Path closed = folder.resolve("closed");
        assumeFalse(!closed.toFile().setReadable(false) || Files.isReadable(closed), "skipped: root may read all");

        assertThat(LogFiles.find(folder).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo("permission denied"));
    }

    private void touch(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{}");
    }
}
