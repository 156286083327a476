package dev.trailwise.run;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.trails.InjectedAccounts;
import dev.trailwise.config.Preference;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.run.Road.Answers;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses where a query of the trail runs when the user does not say: free where all of the answer is, else on Athena. */
final class RoadChoice {
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("place", ResultType.TEXT),
            new ResultColumn("answers", ResultType.TEXT),
            new ResultColumn("price", ResultType.TEXT),
            new ResultColumn("taken", ResultType.TEXT),
            new ResultColumn("why", ResultType.TEXT));

    private final Workspace workspace;
    private final QueryRequest request;

    RoadChoice(Workspace workspace, QueryRequest request) {
        this.workspace = workspace;
        this.request = request;
    }

    /** The request with the place where it is to run. */
    QueryRequest taken() {
        EngineName where = request.engine().where();
        Optional<String> bucket = workspace.settings().trail().bucket();
        if (!request.engine().logs().isEmpty()
                || bucket.isEmpty()
                || where == EngineName.ATHENA
                || where == EngineName.LOOKUP) {
            return request;
        }
        boolean copies = Files.isDirectory(Roads.folder(workspace).path());
        boolean history = workspace.settings().trail().dataEvents().equals(Optional.of(false));
        return copies || history ? take(request.asked()) : request;
    }

    private QueryRequest take(QueryRequest asked) {
        AwsClients clients = workspace.clients();
        CompiledQuery query = compile(asked, asked.localCompiler(workspace));
        if (query.tables().isEmpty()) {
            return asked;
        }
        Roads roads = new Roads(workspace, query, clients);
        boolean reports = !asked.quiet(); // only the last of several queries of a command reports it
        if (asked.engine().where() == EngineName.LOCAL) {
            DuckDbSql.of(query); // what it does not support is no matter of files
        }
        Road archive = roads.archive();
        boolean whole = archive.answers() == Answers.ALL;
        if (whole || asked.engine().where() == EngineName.LOCAL) {
            if (whole && reports) {
                workspace.messages().info("running on this machine, free: " + archive.reason());
            } else if (!whole) {
                workspace
                        .messages()
                        .warning(new Notice(
                                archive.reason() + ", so events may be missing",
                                Remedy.command(CommandName.SYNC, "copies them")));
            }
            return asked.over(Roads.copies(workspace), !whole);
        }
        if (workspace.settings().prefer() == Preference.COST) {
            Road lookup = roads.lookup();
            if (lookup.answers() == Answers.ALL) {
                if (reports) {
                    workspace.messages().info("running on LookupEvents, free: " + lookup.reason());
                }
                return asked.at(EngineName.LOOKUP);
            }
        }
        if (reports) {
            workspace.messages().info("running on Athena: " + archive.reason());
        }
        return asked;
    }

    /** Shows what each place has of the answer and what it costs there, and runs nothing. */
    ExitCode explain() {
        QueryRequest asked = request.asked();
        List<Road> all = new ArrayList<>();
        AwsClients clients = workspace.clients();
        Roads roads = new Roads(workspace, compile(asked, asked.localCompiler(workspace)), clients);
        all.add(roads.archive());
        all.add(roads.lookup());
        InjectedAccounts accounts = new InjectedAccounts(clients, Pricing.trail(workspace.settings()));
        all.addAll(roads.paid(
                compile(asked, AthenaBackend.compiler(workspace, accounts)), new Pricing(workspace, asked.spending())));
        Road.Name taken = all.stream()
                .filter(road -> road.answers() == Answers.ALL)
                .map(Road::name)
                .filter(name -> name != Road.Name.LOOKUP || workspace.settings().prefer() == Preference.COST)
                .findFirst()
                .orElse(Road.Name.ATHENA);
        Destination.write(asked.output(), workspace, sink -> {
            sink.begin(COLUMNS);
            all.forEach(road -> sink.row(new Object[] {
                road.name().toString().toLowerCase(Locale.ROOT),
                road.answers().toString().toLowerCase(Locale.ROOT),
                road.price().toString(),
                road.name() == taken ? "yes" : "no",
                road.reason()
            }));
            sink.finish();
        });
        return ExitCode.SUCCESS;
    }

    private static CompiledQuery compile(QueryRequest asked, Compiler compiler) {
        return compiler.compile(
                asked.question().get(),
                asked.scope().scope(),
                asked.engine().distinctEvents() ? DuplicatePolicy.DROPPED : DuplicatePolicy.KEPT);
    }
}
