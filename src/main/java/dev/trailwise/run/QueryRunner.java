package dev.trailwise.run;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Denied;
import dev.trailwise.aws.s3.SizedTrail;
import dev.trailwise.aws.trails.InjectedAccounts;
import dev.trailwise.console.Interrupt;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Quote;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RunResult;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.CoverageLine;
import dev.trailwise.output.Format;
import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.run.price.DryRun;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.run.price.TotalPrice;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.LogInput;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a query from start to end: compiles it, prices it, runs it, shows the rows, and reports what was read and what it cost. */
public final class QueryRunner {
    private final Workspace workspace;
    private final QueryRequest request;

    private QueryRunner(Workspace workspace, QueryRequest request) {
        this.workspace = workspace;
        this.request = request;
    }

    /**
     * Answers a question on stdout or into a file.
     *
     * @return the exit code of the answer
     * @throws Failure when there is none
     */
    public static ExitCode answer(Workspace workspace, QueryRequest request) {
        checkOutput(workspace, request);
        if (request.engine().explain()) {
            return new RoadChoice(workspace, request).explain();
        }
        QueryRequest taken = request.dryRun() ? request : new RoadChoice(workspace, request).taken();
        if (taken.output().records() && taken.engine().asksAthena(workspace)) {
            throw Failure.usage(
                    "whole records come from the log files themselves, and this query would run on Athena",
                    Remedy.command(CommandName.SYNC, "copies the log files here"));
        }
        return new QueryRunner(workspace, taken).answer();
    }

    /**
     * Fails where rows cannot be written as asked, before anything runs: Parquet is binary, and its rows do not come one
     * by one.
     */
    public static void checkOutput(Workspace workspace, QueryRequest request) {
        OutputChoice output = request.output();
        if (output.format() != Format.PARQUET || request.dryRun()) {
            return;
        }
        if (output.limit() != Long.MAX_VALUE) {
            throw Failure.usage(FlagName.LIMIT + " does not apply to Parquet; write LIMIT in the SQL");
        }
        if (output.file().isEmpty() && workspace.terminal().outIsTerminal()) {
            throw Failure.usage(
                    "Parquet is binary and cannot be shown on a terminal",
                    Remedy.flag(FlagName.OUTPUT, "FILE.parquet", "writes it to a file"));
        }
    }

    /**
     * Decides where each of the queries that one command runs is to run.
     *
     * @throws Failure when those on Athena together cost too much
     */
    public static List<QueryRequest> admitted(Workspace workspace, List<QueryRequest> requests) {
        List<QueryRequest> placed = requests.stream()
                .map(request -> new RoadChoice(workspace, request).taken())
                .map(request -> request.engine().asksAthena(workspace) ? request.at(EngineName.ATHENA) : request)
                .toList();
        List<Estimate> estimates = new ArrayList<>();
        try {
            for (QueryRequest request : placed) {
                if (request.engine().asksAthena(workspace)) {
                    estimates.add(quote(workspace, request).estimate());
                }
            }
        } catch (Denied mayNotList) {
            return placed; // each query asks what it may cost
        }
        if (estimates.size() > 1) {
            TotalPrice.of(estimates).admit(workspace, placed.get(0).spending());
        }
        return placed;
    }

    /**
     * Adds the price of one more query of a command to those before it, where the command has limits.
     *
     * @throws Failure when they are too much together
     */
    public static void admitNext(Workspace workspace, QueryRequest next, List<Estimate> estimates) {
        if (!next.spending().areSet() || !next.engine().asksAthena(workspace)) {
            return;
        }
        try {
            estimates.add(quote(workspace, next).estimate());
        } catch (Denied mayNotList) {
            return; // each query asks what it may cost
        }
        TotalPrice.of(estimates).allow(next.spending());
    }

    /** The price of a query that is one of several of a command. */
    public static Quote quote(Workspace workspace, QueryRequest request) {
        QueryRunner runner = new QueryRunner(workspace, request);
        return request.engine().logs().isEmpty()
                ? runner.quoteTrail().quote()
                : runner.quoteFolder().quote();
    }

    private ExitCode answer() {
        if (request.dryRun()) {
            Priced priced = request.engine().logs().isEmpty() ? quoteTrail() : quoteFolder();
            return new DryRun(workspace, request.spending(), request.output()).show(priced.query(), priced.quote());
        }
        try (Backend backend = open()) {
            CompiledQuery query = compile(request.question().get(), backend.compiler());
            hints(query);
            if (asksAthena()) {
                SqlCheck.admit(workspace, request.spending(), query);
            }
            return run(backend, query);
        } catch (ClosedPipe enough) {
            return request.exits().exit(ExitCode.SUCCESS, 1);
        }
    }

    private boolean asksAthena() {
        return request.engine().asksAthena(workspace);
    }

    private Priced quoteFolder() {
        CompiledQuery query = compile(request.question().get(), request.localCompiler(workspace));
        hints(query);
        SqlCheck.warn(workspace, query);
        LogInput logs = LogInput.open(workspace, request.engine().logs());
        Quote quote = pricing().quoteFolder(query, logs.paths());
        if (quote.estimate().objects() == 0 && !request.quiet()) {
            new LogDates(request.scope(), request.commandLine())
                    .outside(query, logs.paths())
                    .ifPresent(workspace.messages()::info);
        }
        return new Priced(query, quote);
    }

    private Priced quoteTrail() {
        SizedTrail trail = Pricing.trail(workspace.settings());
        AwsClients clients = workspace.clients();
        CompiledQuery query = compile(
                request.question().get(), AthenaBackend.compiler(workspace, new InjectedAccounts(clients, trail)));
        hints(query);
        SqlCheck.warn(workspace, query);
        return new Priced(query, pricing().quote(query, clients));
    }

    private Pricing pricing() {
        return new Pricing(workspace, request.spending());
    }

    private record Priced(CompiledQuery query, Quote quote) {}

    private Backend open() {
        if (request.engine().looksUp()) {
            return new LookupBackend(workspace, request);
        }
        return asksAthena() ? AthenaBackend.open(workspace, request) : LocalBackend.open(workspace, request);
    }

    private CompiledQuery compile(SqlText question, Compiler compiler) {
        DuplicatePolicy repeats = request.engine().distinctEvents() ? DuplicatePolicy.DROPPED : DuplicatePolicy.KEPT;
        return compiler.compile(question, request.scope().scope(), repeats);
    }

    private ExitCode run(Backend backend, CompiledQuery query) {
        Execution execution = backend.start(query);
        RunResult answer;
        ExitCode exit;
        try (Interrupt interrupt = Interrupt.of(execution, workspace.messages())) {
            answer = stream(backend, execution);
            if (answer.coverage().isEmpty() && answer.rows() > 0 && !request.quiet()) {
                workspace
                        .messages()
                        .info(CoverageLine.rows(answer.rows(), request.output().limit()));
            }
            exit = backend.answered(answer);
            request.listener().answered(new Answer(query, backend.estimate(), answer, execution.status(), exit));
        }
        boolean logs = !asksAthena() && !request.engine().looksUp();
        if (answer.rows() == 0 && !request.wantedNames().isEmpty() && logs) {
            hint(backend);
        }
        return request.exits().exit(exit, answer.rows());
    }

    /** Names what does not occur at all. The answer is written by now, so whatever goes wrong here changes nothing. */
    private void hint(Backend backend) {
        try {
            EventNames names = new EventNames();
            backend.start(compile(SqlText.of(new SqlSource("<names>", EventNames.SQL)), backend.compiler())).stream(
                    names);
            names.absent(request.wantedNames()).forEach(workspace.messages()::info);
        } catch (Failure noHint) {
            workspace.messages().detail(noHint.getMessage());
        }
    }

    private RunResult stream(Backend backend, Execution execution) {
        Optional<Part> collected = request.part().filter(part -> !part.shown());
        if (collected.isPresent()) {
            try {
                return execution.stream(collected.get().collector());
            } finally {
                backend.ended(execution);
            }
        }
        try (Destination destination = Destination.open(request.output(), request.rendering(), workspace)) {
            RunResult answer = execution.stream(destination.sink());
            destination.commit();
            return answer;
        } catch (ClosedPipe enough) {
            execution.cancel();
            throw enough;
        } finally {
            backend.ended(execution);
        }
    }

    private void hints(CompiledQuery query) {
        if (request.quiet()) {
            return;
        }
        Scope scope = query.scope();
        if (request.scope().timesAreDefault() && !query.tables().isEmpty()) {
            workspace
                    .messages()
                    .info(new Notice(
                            "Time range: last 24 hours (from " + scope.time().from() + " to "
                                    + scope.time().to() + ")",
                            Remedy.flags("change it", FlagName.FROM, FlagName.TO)));
        }
        if (!scope.regions().isEmpty() && !scope.coversRegion(Region.US_EAST_1)) {
            workspace
                    .messages()
                    .info("IAM, STS, CloudFront and most console sign-ins log in us-east-1, which " + FlagName.REGION
                            + " leaves out");
        }
        new Hints(workspace).of(query, request.dryRun() || asksAthena());
    }
}
