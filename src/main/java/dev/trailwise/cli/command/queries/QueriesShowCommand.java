package dev.trailwise.cli.command.queries;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.console.Host;
import dev.trailwise.console.Terminal;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.SavedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one saved query. */
@Command(
        name = "show",
        description = "Show a saved query: its description, parameters and SQL.",
        footerHeading = "%nExample:%n",
        footer = "  trailwise queries show key-activity")
final class QueriesShowCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Parameters(paramLabel = "NAME", description = "The saved query.")
    private String name = "";

    QueriesShowCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        SavedQuery query = general.workspace(host).library().query(name);
        host.print(String.join("\n", lines(query)) + "\n");
        return ExitCode.ANSWERED.code();
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
        lines.add("");
        lines.add(query.sql().text().strip());
        lines.add("");
        lines.add("Run it: trailwise run " + String.join(" ", command(query)) + " --logs DIR --from 7d");
        return lines;
    }

    private static List<String> command(SavedQuery query) {
        List<String> words = new ArrayList<>(List.of(query.name()));
        words.addAll(query.exampleArguments());
        return words;
    }
}
