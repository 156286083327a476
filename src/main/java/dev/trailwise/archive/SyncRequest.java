package dev.trailwise.archive;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Scope;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What to copy, and what it may cost.
 *
 * @param commandLine the command as the user typed it, for the history
 * @param kinds which logs
 * @param maxSize the most that is copied
 * @param maxCost the most that it may cost, in place of the setting
 * @param yes whether it runs without asking
 * @param dryRun whether only the price is shown
 */
public record SyncRequest(
        String commandLine,
        Scope scope,
        SortedSet<LogKind> kinds,
        Optional<Bytes> maxSize,
        Optional<Usd> maxCost,
        boolean yes,
        boolean dryRun) {}
