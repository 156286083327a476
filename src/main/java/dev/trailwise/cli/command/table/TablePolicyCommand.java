package dev.trailwise.cli.command.table;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.TrailOptions;
import dev.trailwise.config.Settings;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.access.AccessPolicy;
import dev.trailwise.setup.access.AccessTarget;
import dev.trailwise.trail.AccountId;
import dev.trailwise.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what must be allowed. */
@Command(
        name = "policy",
        description = "Print the minimal IAM policy for a task.",
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise table policy --for create", "  trailwise table policy --for run --owner 111122223333"})
final class TablePolicyCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final TrailOptions trail = new TrailOptions();

    @Option(names = "--for", paramLabel = "TASK", required = true, description = "The task: ${COMPLETION-CANDIDATES}.")
    private AccessPolicy policy = AccessPolicy.RUN;

    @Option(
            names = "--owner",
            paramLabel = "ACCOUNT",
            description = "The account of Athena and the Glue catalog. Default: any.")
    private @Nullable AccountId owner;

    TablePolicyCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Settings settings = workspace.settings(trail.overrides());
        try (AwsClients clients = workspace.aws(settings)) {
            host.print(policy.document(new AccessTarget(
                    settings.table(),
                    settings.trail().requiredBucket(),
                    settings.trail().layout().root(),
                    settings.trail().accountFolders(),
                    clients.region(),
                    Optional.ofNullable(owner),
                    settings.athena().workgroup(),
                    settings.athena().output())));
        }
        if (policy == AccessPolicy.RUN && settings.athena().output().isEmpty()) {
            workspace
                    .messages()
                    .info("Where the workgroup keeps results in a bucket of yours, set athena.output to it, and the"
                            + " policy covers that bucket too.");
        }
        return ExitCode.ANSWERED.code();
    }
}
