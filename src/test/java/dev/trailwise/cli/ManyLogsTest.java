package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several log sources in one query: folders, files, patterns and stdin. */
class ManyLogsTest {
    private static final String DAY = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/";

    @TempDir
    Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        write("east/" + DAY + "09/a.json", "a1", "a2");
        write("east/" + DAY + "10/b.json", "b1");
        write("west/" + DAY.replace("us-east-1", "us-west-2") + "10/c.json", "c1", "c2", "c3");
        write("other/export.json", "x1");
    }

    @Test
    void several_folders_and_files_are_one_trail() {
        count("--logs", "east", "--logs", "west", "--logs", "other/export.json")
                .printedExactly("n\n7\n")
                .said("from 7 events (4 files, ", "2026-10-09 to 2026-10-10, 1 account, 2 Regions)");
        shell().run(
                        "search",
                        "--all-time",
                        "--logs",
                        "east",
                        "--logs",
                        "other",
                        "--columns",
                        "eventid",
                        "--format",
                        "csv")
                .succeeded()
                .printedExactly("eventid\na1\na2\nb1\nx1\n");
        shell().run("run", "top-events", "--all-time", "--logs", "west", "--logs", "other")
                .succeeded()
                .said("from 4 events (2 files, ");
    }

    /** A bucket that an account trail, and later an organization trail, delivered to. */
    @Test
    void the_layouts_of_an_account_trail_and_of_an_organization_trail_in_one_folder_are_read_together()
            throws IOException {
        write("bucket/" + DAY + "09/a.json", "a1", "a2");
        write("bucket/" + DAY.replace("AWSLogs/", "AWSLogs/o-a1b2c3d4e5/") + "10/b.json", "b1");
        write("bucket/" + DAY.replace("AWSLogs/111122223333", "AWSLogs/o-a1b2c3d4e5/222233334444") + "10/c.json", "c1");

        count("--logs", "bucket")
                .printedExactly("n\n4\n")
                .said("from 4 events (3 files, ", "2026-10-09 to 2026-10-10, 2 accounts, 1 Region)");
        count("--logs", "bucket", "--account", "111122223333").printedExactly("n\n3\n");
        count("--logs", "bucket", "--account", "222233334444").printedExactly("n\n1\n");
        shell().run("cache", "build", "--logs", "bucket", "--all-time").succeeded();
        count("--logs", "bucket", "--account", "111122223333").printedExactly("n\n3\n");
        shell().run(with(List.of(query("--logs", "bucket")), "--dry-run"))
                .succeeded()
                .printed("3 files in 3 of 4 partitions");
    }

    @Test
    void a_path_given_twice_inside_another_or_through_a_link_is_read_once() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("east"));
        Files.createDirectories(folder.resolve("mixed"));
        Files.createSymbolicLink(folder.resolve("mixed/west"), folder.resolve("west"));
        count("--logs", "east", "--logs", "./east/", "--logs", "link", "--logs", "east/" + DAY + "10")
                .printedExactly("n\n3\n")
                .said("from 3 events (2 files, ");
        count("--logs", "mixed", "--logs", "west").printedExactly("n\n3\n");
        count("--logs", "east", "--logs", "east/**/*.json", "--logs", "e*").printedExactly("n\n3\n");
    }

    @Test
    void a_pattern_that_no_shell_expanded_names_files_and_folders() {
        count("--logs", "east/AWSLogs/*/CloudTrail/*/2026/10/{09,10}/[ab].json").printedExactly("n\n3\n");
        count("--logs", "**/10/*.json").printedExactly("n\n4\n");
        count("--logs", "?ast").printedExactly("n\n3\n");
        count("--logs", folder + "/*").printedExactly("n\n7\n");
    }

    @Test
    void files_that_a_shell_made_of_a_pattern_are_all_logs() throws IOException {
        String east = "east/" + DAY;
        count("--logs", east + "09/a.json", east + "10/b.json", "other/export.json")
                .printedExactly("n\n4\n");
        shell().run("run", "--logs", "east", "west", "other/export.json", "top-events")
                .exited(2); // a word without a slash or a dot may be anything else
        shell().run("run", "top-events", "--all-time", "--logs", "east/", "west/", "reads=true")
                .succeeded()
                .said("from 6 events");
        build("--logs", east + "09", east + "10").said("3 events from 2 files");
    }

    @Test
    void a_name_with_the_characters_of_a_pattern_is_that_name_where_it_exists() throws IOException {
        write("logs [1]/d.json", "d1");
        count("--logs", "logs [1]").printedExactly("n\n1\n");
        count("--logs", "logs [1]", "--logs", "other").printedExactly("n\n2\n");
    }

    @Test
    void a_path_or_pattern_without_a_match_is_an_error_that_names_it() {
        all("--logs", "east", "--logs", "nowhere").exited(2).said("there is no ", "nowhere");
        all("--logs", "east", "--logs", "no*.gz").exited(2).said("no file matches ", "no*.gz");
        all("--logs", "[").exited(2).said("there is no ", "[");
        all("--logs", "[x").exited(2).said("[x");
    }

    @Test
    void the_cache_holds_several_sources_as_they_were_given() throws IOException {
        String[] sources = {"--logs", "west", "--logs", "east", "--logs", "oth*/*.json"};
        Shell.Result cold = count(sources);
        build(sources).said("7 events from 4 files");
        Shell.Result warm = count("--logs", "oth*/*.json", "--logs", "east", "--logs", "west", "--logs", "east");
        assertThat(warm.out()).isEqualTo(cold.out()).isEqualTo("n\n7\n");
        assertThat(warm.err()).isEqualTo(cold.err());
        build(sources).said("up to date");
        write("other/later.json", "y1");
        count(sources).printedExactly("n\n8\n");
        build(sources).said("1 event from 1 file ");
        shell().run("cache", "show", "--format", "csv", "-q")
                .succeeded()
                .printed("east", "west", folder.toRealPath() + "/oth*/*.json")
                .printed(",2,5,8,");
        count("--logs", "east").printedExactly("n\n3\n");
    }

    @Test
    void the_answer_comes_from_the_cache_of_several_sources() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("west"));
        build("--logs", "east", "--logs", "link").said("6 events from 3 files");
        build("--logs", "link", "--logs", "east").said("up to date");
        build("--logs", "west", "--logs", "east").said("up to date");
    }

    @Test
    void a_price_counts_the_files_of_all_sources_once() {
        shell().run(
                        "run",
                        "top-events",
                        "--dry-run",
                        "--all-time",
                        "--logs",
                        "east",
                        "--logs",
                        "west",
                        "--logs",
                        "e*",
                        "--format",
                        "csv")
                .succeeded()
                .printed("3");
    }

    @Test
    void a_log_comes_from_stdin_plain_or_gzip() throws IOException {
        String text = "{\"Records\":[" + event("p1") + "," + event("p2") + "]}";
        shell().typing(text)
                .run(query("--logs", "-"))
                .succeeded()
                .printedExactly("n\n2\n")
                .said("from 2 events (1 file, ");
        shell().typing(gzip(text)).run(query("--logs", "-")).succeeded().printedExactly("n\n2\n");
        shell().typing(text)
                .run(query("--logs", "-", "--logs", "east"))
                .succeeded()
                .printedExactly("n\n5\n");
        shell().typing(text)
                .run("run", "top-events", "--dry-run", "--all-time", "--logs", "-")
                .succeeded();
        try (Stream<Path> left = Files.walk(folder.resolve("cache"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void a_log_from_stdin_that_is_cut_is_an_answer_with_gaps() {
        shell().typing("{\"Records\":[" + event("p1") + ",")
                .run(query("--logs", "-"))
                .exited(3)
                .printedExactly("n\n1\n")
                .said("stdin");
    }

    @Test
    void stdin_is_read_once_and_is_not_cached() {
        shell().typing("SELECT 1").run("sql", "-", "--logs", "-").exited(2).said("stdin", "-f FILE");
        shell().run("cache", "build", "--all-time", "--logs", "-").exited(2).said("stdin");
    }

    private Shell.Result build(String... sources) {
        return shell().run(with(List.of("cache", "build", "--all-time"), sources))
                .succeeded();
    }

    private Shell.Result count(String... sources) {
        return all(sources).succeeded();
    }

    private Shell.Result all(String... sources) {
        return shell().run(query(sources));
    }

    private static String[] query(String... sources) {
        return with(List.of("sql", "SELECT count(*) AS n FROM cloudtrail", "--all-time", "--format", "csv"), sources);
    }

    private static String[] with(List<String> first, String... rest) {
        List<String> words = new ArrayList<>(first);
        words.addAll(List.of(rest));
        return words.toArray(String[]::new);
    }

    private Shell shell() {
        return new Shell(folder);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void write(String file, String... ids) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(
                path,
                "{\"Records\":["
                        + String.join(
                                ",", Stream.of(ids).map(ManyLogsTest::event).toList()) + "]}");
    }

    private static String event(String id) {
        return "{\"eventVersion\":\"1.09\",\"eventTime\":\"2026-10-10T12:00:00Z\",\"eventSource\":\"s3.amazonaws.com\","
                + "\"eventName\":\"ListBuckets\",\"eventCategory\":\"Management\",\"eventID\":\"" + id + "\"}";
    }
}
