package dev.trailwise.cli.option;

import dev.trailwise.archive.SyncRequest;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.table.TableKind;
import dev.trailwise.trail.LogKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What {@code sync} copies, and what it may cost. */
public final class SyncOptions {
    @Mixin
    final ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Which files: ${COMPLETION-CANDIDATES}. Default: events.")
    List<TableKind> kinds = new ArrayList<>();

    @Option(names = "--max-size", paramLabel = "BYTES", description = "Refuse to copy more: 500MB, 2GB.")
    @Nullable
    Bytes maxSize;

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            description = "Refuse a sync that can cost more: 0.50. Overrides cost.max_per_query.")
    @Nullable
    Usd maxCost;

    @Option(
            names = {"-y", "--yes"},
            description = "Copy without asking when it can cost more than cost.confirm_above.")
    boolean yes;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Print what would be copied, and its price, and copy nothing.")
    boolean dryRun;

    /** What these options mean, given to a command. */
    public SyncRequest request(CommandSpec command, Clock clock) {
        TreeSet<LogKind> wanted =
                kinds.stream().map(kind -> kind.definition().kind()).collect(Collectors.toCollection(TreeSet::new));
        if (wanted.isEmpty()) {
            wanted.add(LogKind.EVENTS);
        }
        return new SyncRequest(
                CommandLineText.of(command),
                scope.scope(clock),
                wanted,
                Optional.ofNullable(maxSize),
                Optional.ofNullable(maxCost),
                yes,
                dryRun);
    }
}
