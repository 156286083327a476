package dev.trailwise.cli.option;

import dev.trailwise.console.Host;

/** Marks a command whose constructor takes the {@link Host}. */
public interface NeedsHost {}
