package dev.trailwise.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what was rendered with a file under {@code src/test/resources/golden}. {@code -Dgolden.update=true} rewrites
 * the files; the difference is then reviewed like any other change.
 */
public final class Golden {
    private static final Path ROOT = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Asserts that the text is that of the golden file, such as {@code cli/help.txt}. */
    public static void assertMatches(String file, String actual) {
        Path path = ROOT.resolve(file);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual, StandardCharsets.UTF_8);
            }
            assertThat(path)
                    .as("golden file; write it with -Dgolden.update=true")
                    .exists();
            assertThat(actual).as("golden/%s", file).isEqualTo(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
