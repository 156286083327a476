package dev.trailwise.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    Path root;

    @Test
    void a_file_that_is_replaced_and_its_folder_are_the_owners_alone() throws IOException {
        Path file = root.resolve("new").resolve("prices.csv");
        PrivateFiles.replace(file, "one".getBytes(UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(root.resolve("new"), PosixFilePermissions.fromString("rwxrwxrwx"));

        PrivateFiles.replace(file, "two".getBytes(UTF_8));

        assertThat(file).hasContent("two");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(root.resolve("new"))).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void nothing_is_left_of_a_file_that_cannot_be_put_in_its_place() throws IOException {
        Path folder = Files.createDirectories(root.resolve("prices.csv").resolve("full"));

        assertThatThrownBy(() -> PrivateFiles.replace(folder.resolveSibling(""), "one".getBytes(UTF_8)))
                .isInstanceOf(IOException.class);

        try (Stream<Path> left = Files.list(root)) {
            assertThat(left).containsExactly(root.resolve("prices.csv"));
        }
    }
}
