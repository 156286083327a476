package dev.trailwise.cli.command.archive;

import dev.trailwise.archive.Sync;
import dev.trailwise.archive.SyncRequest;
import dev.trailwise.cli.option.CommandLineText;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.ScopeOptions;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.console.Host;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.trail.LogKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies log files of the trail's bucket to this machine. */
@Command(
        name = "sync",
        description = {
            "Copy the log files of a scope from the bucket to this machine, once.",
            "Files that are here are not copied again. Query the copies, free, with --logs and the folder that is printed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise sync --from 2026-11-01 --to 2026-11-30 --dry-run",
            "  trailwise sync --from 30d --region eu-central-1 --max-size 2GB"
        })
public final class SyncCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Which files: ${COMPLETION-CANDIDATES}. Default: events.")
    private List<TableOptions.Kind> kinds = new ArrayList<>();

    @Option(names = "--max-size", paramLabel = "BYTES", description = "Refuse to copy more: 500MB, 2GB.")
    @Nullable
    private Bytes maxSize;

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            description = "Refuse a sync that can cost more: 0.50. Overrides cost.max_per_query.")
    @Nullable
    private Usd maxCost;

    @Option(
            names = {"-y", "--yes"},
            description = "Copy without asking when it can cost more than cost.confirm_above.")
    private boolean yes;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Print what would be copied, and its price, and copy nothing.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    SyncCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        TreeSet<LogKind> wanted =
                kinds.stream().map(kind -> kind.definition().kind()).collect(Collectors.toCollection(TreeSet::new));
        if (wanted.isEmpty()) {
            wanted.add(LogKind.EVENTS);
        }
        SyncRequest request = new SyncRequest(
                CommandLineText.of(spec.root().commandLine().getParseResult().originalArgs()),
                scope.scope(host.clock()),
                wanted,
                Optional.ofNullable(maxSize),
                Optional.ofNullable(maxCost),
                yes,
                dryRun);
        return Sync.run(general.workspace(host), request).code();
    }
}
