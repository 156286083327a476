package dev.trailwise.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real logs that lie beside a checkout on some machines; tests that want them are skipped elsewhere, and say so. */
public final class SharedData {
    private SharedData() {}

    /** The folder below {@code ../shared/data}, or {@code -Dtrailwise.test.data}; skips the test when it is not there. */
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("trailwise.test.data", "../shared/data"))
                .resolve(name);
        assumeTrue(Files.isDirectory(folder), "real logs are not there: " + folder);
        return folder;
    }
}
