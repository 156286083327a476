package dev.trailwise.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFolderTest {
    @TempDir
    Path root;

    @Test
    void is_private_and_goes_with_what_it_holds() throws Exception {
        Path path;
        try (SpillFolder spill = SpillFolder.create(root.resolve("spill")).orElseThrow()) {
            path = spill.path();
            Files.writeString(path.resolve("duckdb_temp_storage-0.tmp"), "rows");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void the_folder_of_a_dead_process_is_removed_and_that_of_a_living_one_stays() throws Exception {
        Path dead = Files.createDirectory(root.resolve("trailwise-1-1"));
        Files.writeString(dead.resolve("lock"), "");
        Files.writeString(dead.resolve("duckdb_temp_storage-0.tmp"), "rows");
        Path foreign = Files.createDirectory(root.resolve("other"));
        try (SpillFolder living = SpillFolder.create(root).orElseThrow();
                SpillFolder next = SpillFolder.create(root).orElseThrow()) {
            assertThat(dead).doesNotExist();
            assertThat(living.path()).isDirectory();
            assertThat(next.path()).isDirectory();
            assertThat(foreign).isDirectory();
        }
    }

    @Test
    void is_removed_when_the_process_is_terminated() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
        try {
            Path spill = Path.of(process.inputReader().readLine());
            assertThat(spill).isDirectory();

            process.destroy(); // SIGTERM

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(spill).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }

    /** A program that has a spill folder until it is ended. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] args) throws Exception {
            Path path = SpillFolder.create(Path.of(args[0])).orElseThrow().path();
            Files.writeString(path.resolve("duckdb_temp_storage-0.tmp"), "rows");
            System.out.println(path);
            Thread.sleep(60_000);
        }
    }
}
