package dev.trailwise.cli.command;

import dev.trailwise.cli.option.RunOptions;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.output.Format;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command that runs a query has in common. */
abstract class QueryCommand extends HostCommand {
    @Mixin
    final RunOptions options = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    /** The query, its parameters bound. */
    abstract SqlText question(Workspace workspace);

    /** The names of events that it looks for, to report those that do not occur. */
    List<String> wantedNames() {
        return List.of();
    }

    /** The format of its rows when none is named. */
    Format format() {
        return Format.TABLE;
    }

    /** Whether its rows are findings, which have formats of their own. */
    boolean finds() {
        return false;
    }

    /** What its options mean. */
    final QueryRequest request(Workspace workspace) {
        if (!finds()) {
            options.output.refuseFindings();
        }
        return options.request(spec, workspace.host().clock(), () -> question(workspace), wantedNames(), format());
    }

    @Override
    protected ExitCode run(Workspace workspace) {
        return QueryRunner.answer(workspace, request(workspace));
    }
}
