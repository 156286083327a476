package dev.trailwise.local;

import dev.trailwise.cost.Bytes;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The memory and disk space that a query on this machine may use.
 *
 * @param memory the engine's memory; none for a quarter of the machine's
 * @param maxSpill disk space for what does not fit in memory; none for half of what is free
 * @param spill the folder for that, which is created when it is missing
 */
public record ResourceLimits(Optional<Bytes> memory, Optional<Bytes> maxSpill, Path spill) {
    /** The default limits, with this folder. */
    public static ResourceLimits in(Path spill) {
        return new ResourceLimits(Optional.empty(), Optional.empty(), spill);
    }
}
