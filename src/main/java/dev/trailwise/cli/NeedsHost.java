package dev.trailwise.cli;

/** Marks a command whose constructor takes the {@link Host}. */
interface NeedsHost {}
