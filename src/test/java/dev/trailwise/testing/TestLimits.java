package dev.trailwise.testing;

import dev.trailwise.cost.Bytes;
import dev.trailwise.local.ResourceLimits;
import java.nio.file.Path;
import java.util.Optional;

/** Limits of local queries in tests, whatever the machine. */
public final class TestLimits {
    private static final Path SPILL = Path.of(System.getProperty("java.io.tmpdir"), "trailwise-tests-spill");

    private TestLimits() {}

    /** As much memory as tests need, so that several of them can run at once. */
    public static ResourceLimits enough() {
        return memory(256);
    }

    /** So many megabytes of memory. */
    public static ResourceLimits memory(int megabytes) {
        return new ResourceLimits(Optional.of(new Bytes(megabytes * 1_000_000L)), Optional.empty(), SPILL);
    }
}
