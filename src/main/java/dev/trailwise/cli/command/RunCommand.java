package dev.trailwise.cli.command;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.query.Library;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a saved query. */
@Command(
        name = "run",
        description = "Run a saved query. 'trailwise queries' lists them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise run top-events --logs ./logs --from 7d",
            "  trailwise run key-activity access_key=AKIAIOSFODNN7EXAMPLE --logs ./logs \\",
            "      --from 2026-11-01 --format csv -o key.csv"
        })
public final class RunCommand extends QueryCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "The saved query.")
    String name = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description =
                    "Parameters of the query, listed by 'trailwise queries show NAME'. Separate the values of a list with commas.")
    List<String> arguments = new ArrayList<>();

    /** A query that suggests a chart gets one on a terminal. */
    @Override
    protected ExitCode run(Workspace workspace) {
        boolean chart = options.output.mayChart()
                && workspace.terminal().outIsTerminal()
                && workspace.library().query(name).chart();
        QueryRequest request = request(workspace);
        return QueryRunner.answer(workspace, chart ? request.charted() : request);
    }

    @Override
    SqlText question(Workspace workspace) {
        Library library = workspace.library();
        library.ownFile(name)
                .filter(file -> Library.shipped().names().contains(name))
                .ifPresent(file -> workspace
                        .messages()
                        .info("using your own " + name + " (" + file + "), not the query that comes with Trailwise"));
        return library.query(name).bind(arguments, workspace.host().clock());
    }
}
