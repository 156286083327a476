package dev.trailwise.setup.guide;

import dev.trailwise.aws.athena.Workgroup;
import dev.trailwise.aws.athena.WorkgroupNames;
import dev.trailwise.aws.athena.WorkgroupReader;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.config.AthenaSettings;
import dev.trailwise.config.Settings;
import dev.trailwise.console.Prompt;
import dev.trailwise.failure.Failure;
import dev.trailwise.setup.FoundSettings;
import dev.trailwise.setup.ResultsCheck;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Chooses the workgroup and the place for results, where the settings and Athena leave a choice. */
final class AthenaStep {
    private final Workspace workspace;
    private final Prompt prompt;

    AthenaStep(Workspace workspace, Prompt prompt) {
        this.workspace = workspace;
        this.prompt = prompt;
    }

    FoundSettings choose(FoundSettings found) {
        AthenaSettings athena = found.athena(workspace);
        try (AwsClients clients = workspace.aws(found.settings().with(athena))) {
            String workgroup = workgroup(clients, athena.workgroup());
            AthenaSettings chosen = new AthenaSettings(athena.region(), workgroup, athena.output());
            Optional<String> output = results(clients, found.settings().with(chosen));
            AthenaSettings written = found.settings().athena();
            return found.with(new AthenaSettings(
                    written.region(),
                    workgroup.equals(athena.workgroup()) ? written.workgroup() : workgroup,
                    output.or(written::output)));
        }
    }

    /** Only where nobody named another one than the one that every account has. */
    private String workgroup(AwsClients clients, String named) {
        List<String> all;
        try {
            all = WorkgroupNames.enabled(clients);
        } catch (Failure unlisted) {
            workspace.messages().detail(unlisted.getMessage());
            return named;
        }
        if (!named.equals(workspace.sources().defaults().athena().workgroup()) || all.size() < 2) {
            return named;
        }
        workspace.messages().info("A workgroup has limits and a place for results of its own.");
        for (int i = 0; i < all.size(); i++) {
            workspace.messages().ask("  " + (i + 1) + "  " + Sanitizer.text(all.get(i)) + "\n");
        }
        return all.get(prompt.choose("Which workgroup?", all.size()) - 1);
    }

    /** The folder that the person names; none where there is a place already, or nothing is typed. */
    private Optional<String> results(AwsClients clients, Settings settings) {
        Workgroup workgroup;
        try {
            workgroup = WorkgroupReader.begin(clients, settings.athena().workgroup())
                    .workgroup();
        } catch (Failure unreadable) {
            workspace.messages().warning(unreadable.notice());
            return Optional.empty();
        }
        if (workgroup.hasPlace(settings.athena().output())) {
            workspace.messages().info("  workgroup " + Sanitizer.text(workgroup.name()));
            ResultsCheck.begin(workspace.messages(), clients, settings).check();
            return Optional.empty();
        }
        workspace.messages().info("Workgroup " + Sanitizer.text(workgroup.name()) + " has no place for results.");
        while (true) {
            String typed = prompt.text("S3 folder for results, for example s3://my-results/athena/ (empty: later):");
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            String place = typed.endsWith("/") ? typed : typed + "/";
            try {
                AthenaSettings named =
                        new AthenaSettings(settings.athena().region(), workgroup.name(), Optional.of(place));
                ResultsCheck.begin(workspace.messages(), clients, settings.with(named))
                        .check();
                return Optional.of(place);
            } catch (Failure wrong) {
                workspace.messages().warning(wrong.notice());
            }
        }
    }
}
