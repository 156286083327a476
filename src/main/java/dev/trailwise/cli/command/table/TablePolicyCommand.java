package dev.trailwise.cli.command.table;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.TrailOptions;
import dev.trailwise.config.Settings;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.setup.access.AccessPolicy;
import dev.trailwise.setup.access.AccessTarget;
import dev.trailwise.trail.AccountId;
import dev.trailwise.workspace.Workspace;
import java.util.Optional;
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
final class TablePolicyCommand extends HostCommand {
    @Mixin
    private final TrailOptions trail = new TrailOptions();

    @Option(names = "--for", paramLabel = "TASK", required = true, description = "The task: ${COMPLETION-CANDIDATES}.")
    private AccessPolicy policy = AccessPolicy.RUN;

    @Option(
            names = "--owner",
            paramLabel = "ACCOUNT",
            description = "The account of Athena and the Glue catalog. Default: any.")
    private @Nullable AccountId owner;

    @Override
    protected ExitCode run(Workspace workspace) {
        Settings settings = workspace.settings(trail.overrides());
        try (AwsClients clients = workspace.aws(settings)) {
            AccessTarget target = AccessTarget.of(settings, clients.region(), Optional.ofNullable(owner));
            workspace.host().print(policy.document(target));
        }
        if (policy == AccessPolicy.RUN && settings.athena().output().isEmpty()) {
            workspace
                    .messages()
                    .info("Where the workgroup keeps results in a bucket of yours, set athena.output to it, and the"
                            + " policy covers that bucket too.");
        }
        return ExitCode.SUCCESS;
    }
}
