package dev.trailwise.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void the_file_appears_whole_when_committed() throws IOException {
        Path path = folder.resolve("answer.csv");
        try (OutputFile file = OutputFile.open(path)) {
            file.stream().write(text("a\n"));
            assertThat(path).doesNotExist();
            file.commit();
        }
        assertThat(path).hasContent("a\n");
        assertThat(folder.toFile().list()).containsExactly("answer.csv");
    }

    @Test
    void a_failure_leaves_the_older_file_and_nothing_else() throws IOException {
        Path path = Files.writeString(folder.resolve("answer.csv"), "old", StandardCharsets.UTF_8);
        try (OutputFile file = OutputFile.open(path)) {
            file.stream().write(text("new"));
        }
        assertThat(path).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("answer.csv");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissions_and_links_are_kept() throws IOException {
        Path path = Files.writeString(folder.resolve("answer.csv"), "old", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("latest.csv"), path);
        try (OutputFile file = OutputFile.open(link)) {
            file.stream().write(text("new"));
            file.commit();
        }
        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-r-----");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_device_is_written_in_place() throws IOException {
        Path device = Path.of("/dev/null");
        try (OutputFile file = OutputFile.open(device)) {
            file.stream().write(text("gone"));
            file.commit();
        }
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void a_folder_is_refused_by_name() {
        assertThatThrownBy(() -> OutputFile.open(folder))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("cannot write " + folder + ": it is a folder; name a file in it");
    }

    @Test
    void a_missing_folder_is_told() {
        Path path = folder.resolve("none").resolve("answer.csv");
        assertThatThrownBy(() -> OutputFile.open(path))
                .hasMessage("cannot write " + path + ": its folder does not exist; create it first");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_told_with_the_name_of_the_file() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "no /dev/full here");
        try (OutputFile file = OutputFile.open(full)) {
            RowSink sink = Format.CSV.renderer(RenderOptions.defaults(), file.stream());
            sink.begin(Answers.EVENTS);
            assertThatThrownBy(sink::finish)
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.NOT_WRITTEN))
                    .hasMessage("the answer could not be written: /dev/full: No space left on device;"
                            + " it is not complete");
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
