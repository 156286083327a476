package dev.trailwise.cli.command.queries;

import dev.trailwise.aws.athena.NamedQueries;
import dev.trailwise.aws.athena.NamedQuery;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.SharingOptions;
import dev.trailwise.config.Settings;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.Visible;
import dev.trailwise.query.Library;
import dev.trailwise.query.SharedMark;
import dev.trailwise.query.SharedQuery;
import dev.trailwise.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes saved queries back from Athena, with what others changed in them. */
@Command(
        name = "pull",
        description = {
            "Take the queries that trailwise pushed to an Athena workgroup into your own folder of saved queries.",
            "A file that differs is kept, unless --force is given."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  trailwise queries pull --dry-run", "  trailwise queries pull key-activity"})
final class QueriesPullCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final SharingOptions sharing = new SharingOptions();

    QueriesPullCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Settings settings = workspace.settings();
        List<NamedQuery> ours;
        try (AwsClients clients = workspace.aws(settings)) {
            ours = List.copyOf(SharingOptions.ours(
                            new NamedQueries(clients, settings.athena().workgroup()))
                    .values());
        }
        Library library = workspace.library();
        boolean held = false;
        for (NamedQuery query : ours) {
            SharedMark mark = SharedMark.find(query.description()).orElseThrow();
            if (!mark.isSafe() || sharing.wants(mark.topic(), mark.name())) {
                held |= !pull(workspace, library, settings.queries(), mark, query);
            }
        }
        if (ours.isEmpty()) {
            workspace
                    .messages()
                    .info("workgroup " + settings.athena().workgroup() + " has no queries that trailwise pushed");
        }
        return held ? ExitCode.USAGE.code() : ExitCode.ANSWERED.code();
    }

    /** Whether nothing stood in the way. */
    private boolean pull(Workspace workspace, Library library, Path folder, SharedMark mark, NamedQuery query) {
        if (!mark.isSafe()) {
            workspace.messages().warning("refused: the name is no plain path of a query: " + Visible.text(mark.path()));
            return false;
        }
        String text = SharedQuery.original(query.sql()).strip() + "\n";
        List<String> problems = SharedQuery.problems(mark.path(), mark.name(), mark.topic(), text);
        if (!problems.isEmpty()) {
            workspace.messages().warning("refused: " + Visible.text(problems.get(0)));
            return false;
        }
        boolean known = library.names().contains(mark.name());
        if (known && SharedQuery.same(library.text(mark.name()), text)) {
            return say(mark, "unchanged", true);
        }
        Path file = library.ownFile(mark.name()).orElse(folder.resolve(mark.path() + ".sql"));
        boolean there = Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        if (there && !sharing.force) {
            return say(mark, "kept: " + file + " differs; --force replaces it", false);
        }
        if (!sharing.dryRun) {
            write(file, text);
        }
        String done = there ? "updated" : "created";
        return say(mark, (sharing.dryRun ? "would be " : "") + done + " " + file, true);
    }

    private boolean say(SharedMark mark, String state, boolean fine) {
        host.print(mark.name() + "  " + state + "\n");
        return fine;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
