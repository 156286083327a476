package dev.trailwise.cli.command;

import dev.trailwise.cli.option.SqlOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.run.Catalog;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the user's own SQL. */
@Command(
        name = "sql",
        description = {
            "Run your own Athena SQL over the table cloudtrail.",
            "The scope (--from, --to, --region, --account) is added to the SQL, which needs no partition predicates."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise sql 'SELECT eventname, count(*) FROM cloudtrail GROUP BY 1' \\",
            "      --logs ./logs --from 7d",
            "  trailwise sql -f question.sql --logs ./logs --all-time",
            "  cat question.sql | trailwise sql - --logs ./logs"
        })
public final class SqlCommand extends QueryCommand {
    @Mixin
    private final SqlOptions sql = new SqlOptions();

    @Override
    protected ExitCode run(Workspace workspace) {
        return sql.argument().isPresent()
                        && Catalog.answer(workspace, sql.argument().get(), options.output.choice())
                ? ExitCode.SUCCESS
                : super.run(workspace);
    }

    @Override
    SqlText question(Workspace workspace) {
        return sql.text(workspace.host(), options.engine.logs);
    }
}
