package dev.trailwise.cli.option;

import dev.trailwise.cli.mcp.Limits;
import dev.trailwise.cost.Usd;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What an agent may read and spend. */
@SuppressWarnings("NullAway.Init") // picocli sets the defaults
public final class McpOptions {
    @Option(names = "--logs", paramLabel = "PATH", description = "Log files or folders to query instead of the trail.")
    List<String> logs = new ArrayList<>();

    @Option(
            names = "--max-per-call",
            paramLabel = "USD",
            defaultValue = "0.10",
            description = "Refuse a call that costs more. Default: ${DEFAULT-VALUE}.")
    Usd call;

    @Option(
            names = "--max-per-session",
            paramLabel = "USD",
            defaultValue = "1.00",
            description = "Refuse calls that together cost more. Default: ${DEFAULT-VALUE}.")
    Usd session;

    /** What these options mean. */
    public Limits limits() {
        return new Limits(call.amount(), session.amount(), logs);
    }
}
