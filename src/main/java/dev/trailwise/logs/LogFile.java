package dev.trailwise.logs;

import dev.trailwise.trail.LogKey;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was found, not yet read.
 *
 * @param path where it is
 * @param size its bytes on disk
 * @param modifiedNanos its modification time in nanoseconds since 1970
 * @param key what its path says of its contents; empty when it says nothing
 */
public record LogFile(Path path, long size, long modifiedNanos, Optional<LogKey> key) {}
