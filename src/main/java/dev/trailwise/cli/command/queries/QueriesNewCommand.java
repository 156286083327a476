package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Begins a saved query of the user's own. */
@Command(
        name = "new",
        description = "Create a saved query in the folder that the setting 'queries' names.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise queries new my-question")
final class QueriesNewCommand implements Callable<Integer>, NeedsHost {
    private static final String TEMPLATE = """
            /*---
            title: Calls of one user, counted
            description: Say what the answer means, and what it leaves out.
            parameters:
              user: {type: string, help: "name of an IAM user", example: alice}
            ---*/
            SELECT eventsource, eventname, count(*) AS events
            FROM cloudtrail
            WHERE useridentity.username = :user
            GROUP BY eventsource, eventname
            ORDER BY events DESC, eventsource, eventname
            """;

    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Parameters(paramLabel = "NAME", description = "Lower-case words with hyphens.")
    private String name = "";

    QueriesNewCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new Failure(
                    ExitCode.USAGE,
                    "not a name for a query: '" + name
                            + "'; write lower-case words with hyphens, for example my-question");
        }
        Workspace workspace = general.workspace(host);
        Path file = workspace.settings().queries().resolve("own").resolve(name + ".sql");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, TEMPLATE, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(ExitCode.USAGE, file + " already exists; edit it or use another name", e);
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, "cannot write " + file + ": " + e.getMessage(), e);
        }
        host.print(file + "\n");
        workspace.messages().info("Edit it, then: trailwise queries check; trailwise run " + name + " user=alice");
        return ExitCode.ANSWERED.code();
    }
}
