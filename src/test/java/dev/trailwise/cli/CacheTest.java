package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sample.SampleTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private static final String[] QUESTION = {
        "run", "access-denied-burst", "--logs", "logs", "--from", "2026-10-07", "--to", "2026-10-07", "--format", "csv"
    };

    @TempDir
    Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        SampleTrail.write(folder.resolve("logs"));
    }

    @Test
    void an_answer_from_the_cache_is_the_same_and_read_from_as_much() {
        Shell.Result cold = shell().run(QUESTION).succeeded();
        shell().run("cache", "build", "--logs", "logs", "--all-time")
                .succeeded()
                .said("cached ", " events from ");
        Shell.Result warm = shell().run(QUESTION).succeeded();

        assertThat(warm.out()).isEqualTo(cold.out()).contains("ci-deploy");
        assertThat(warm.err()).isEqualTo(cold.err()).contains("(168 files, ");
    }

    @Test
    void what_is_kept_is_shown_and_can_be_removed() {
        shell().run("cache", "build", "--logs", "logs", "--all-time").succeeded();

        shell().run("cache", "--quiet").succeeded().printed("logs", "1");
        shell().run("cache", "show", "--format", "csv", "-q").succeeded().printed(folder.resolve("logs") + ",1,");
        shell().run("cache", "clear").succeeded().said("removed");
        shell().run("cache", "show", "--format", "csv", "-q")
                .succeeded()
                .printedExactly("logs,segments,files,events,bytes\n");
    }

    @Test
    void what_lookupevents_gave_is_counted_and_stays() throws IOException {
        Path fetched = folder.resolve("cache/trailwise/lookup/AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/01");
        Files.createDirectories(fetched);
        Files.writeString(fetched.resolve("a.json"), "0123456789");

        shell().run("cache", "show", "--format", "csv", "-q")
                .succeeded()
                .printed(folder.resolve("cache/trailwise/lookup") + ",0,1,,10");
        shell().run("cache", "clear").succeeded().said("kept 10 B from LookupEvents");
        assertThat(fetched.resolve("a.json")).exists();
    }

    @Test
    void without_a_cache_nothing_is_kept() {
        shell().run("run", "top-events", "--logs", "logs", "--all-time", "--no-cache")
                .succeeded();

        shell().run("cache", "show", "--format", "csv", "-q")
                .succeeded()
                .printedExactly("logs,segments,files,events,bytes\n");
    }

    private Shell shell() {
        return new Shell(folder);
    }
}
