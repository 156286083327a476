package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.console.Terminal;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.text.Paragraphs;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one saved query. */
@Command(
        name = "show",
        description = "Show a saved query: its description, parameters, SQL and how to run and price it.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise queries show key-activity")
final class QueriesShowCommand extends HostCommand {
    @Parameters(paramLabel = "NAME", description = "The saved query.")
    private String name = "";

    @Override
    protected ExitCode run(Workspace workspace) {
        SavedQuery query = workspace.library().query(name);
        workspace.host().print(String.join("\n", lines(query)) + "\n");
        return ExitCode.SUCCESS;
    }

    private static List<String> lines(SavedQuery query) {
        List<String> lines = new ArrayList<>();
        lines.add(query.title());
        if (!query.description().isBlank()) {
            lines.add("");
            lines.addAll(Paragraphs.wrap(query.description(), Terminal.DEFAULT_COLUMNS));
        }
        lines.add("");
        lines.add(query.takes());
        if (!query.mitre().isEmpty()) {
            lines.add("ATT&CK: " + String.join(", ", query.mitre()));
        }
        query.detection()
                .ifPresent(detection -> detection
                        .lines()
                        .forEach(line -> lines.addAll(Paragraphs.wrap(line, Terminal.DEFAULT_COLUMNS))));
        lines.add("");
        lines.add(query.sql().text().strip());
        lines.add("");
        List<String> command = new ArrayList<>(List.of("trailwise", "run", query.name()));
        command.addAll(query.exampleArguments());
        lines.add("Run it:   " + String.join(" ", command) + " --logs DIR --from 7d");
        lines.add("Price it: " + String.join(" ", command) + " --from 7d --dry-run");
        return lines;
    }
}
