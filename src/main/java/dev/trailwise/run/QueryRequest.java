package dev.trailwise.run;

import dev.trailwise.sql.SqlText;
import java.util.List;
import java.util.function.Supplier;

/**
 * A question, with all that decides how it is answered.
 *
 * @param words the question as it was typed, for the history
 * @param question made once the engine is warming up, for that takes the longest
 * @param wantedNames names of events that it looks for, to tell of those that do not occur
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
}
