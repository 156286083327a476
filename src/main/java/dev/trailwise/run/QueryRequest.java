package dev.trailwise.run;

import dev.trailwise.run.price.SpendingLimits;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.OutputChoice;
import java.util.List;
import java.util.function.Supplier;

/**
 * A query, with everything that decides how it is answered.
 *
 * @param words the command as the user typed it, for the history
 * @param question the SQL; made while the engine starts, because that takes longest
 * @param wantedNames event names that it looks for; those that do not occur are reported
 * @param dryRun whether only the price is shown
 */
public record QueryRequest(
        String words,
        Supplier<SqlText> question,
        List<String> wantedNames,
        RequestedScope scope,
        EngineChoice engine,
        SpendingLimits spending,
        OutputChoice output,
        boolean dryRun,
        ExitRule exits) {
    public QueryRequest {
        wantedNames = List.copyOf(wantedNames);
    }

    /** The same on this machine, over those logs. */
    public QueryRequest over(List<String> logs) {
        return new QueryRequest(
                words, question, wantedNames, scope, engine.over(logs), spending, output, dryRun, exits);
    }
}
