package dev.trailwise.run;

import dev.trailwise.console.Prompt;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.run.price.SpendingLimits;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.workspace.Workspace;
import java.util.Optional;

/**
 * Finds what Athena would refuse of a query before it is priced and started. The checks are those of the local engine:
 * they know the columns of our tables only, so a person may decide to run the query anyway.
 */
final class SqlCheck {
    private SqlCheck() {}

    /** Warns of a mistake. */
    static void warn(Workspace workspace, CompiledQuery query) {
        DuckDbSql.mistake(query).map(SqlProblem::notice).ifPresent(workspace.messages()::warning);
    }

    /**
     * Returns when the query has no mistake, or somebody agreed to run it anyway.
     *
     * @throws Failure when nobody did
     */
    static void admit(Workspace workspace, SpendingLimits money, CompiledQuery query) {
        Optional<SqlProblem> mistake = DuckDbSql.mistake(query);
        if (mistake.isEmpty()) {
            return;
        }
        Prompt prompt = new Prompt(workspace.console());
        if (!money.yes() && !prompt.possible()) {
            throw new Failure(
                    mistake.get().exitCode(),
                    mistake.get()
                            .notice()
                            .and("\nThe query was not started", Remedy.flag(FlagName.YES, "runs it anyway")),
                    mistake.get());
        }
        workspace.messages().warning(mistake.get().notice());
        if (!money.yes()) {
            prompt.confirm("Athena would refuse this query. Run it anyway?");
        }
    }
}
