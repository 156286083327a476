package dev.trailwise.config;

import dev.trailwise.cost.Bytes;
import java.util.Optional;

/**
 * What a query on this machine may use.
 *
 * @param memory the engine's memory; none for a share of the machine's
 * @param maxSpill disk space for what does not fit in memory; none for a share of what is free
 */
public record LocalSettings(Optional<Bytes> memory, Optional<Bytes> maxSpill) {}
