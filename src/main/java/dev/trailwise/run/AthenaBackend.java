package dev.trailwise.run;

import dev.trailwise.aws.athena.AthenaEngine;
import dev.trailwise.aws.athena.RunSettings;
import dev.trailwise.aws.athena.Workgroup;
import dev.trailwise.aws.athena.WorkgroupReader;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Denied;
import dev.trailwise.aws.trails.InjectedAccounts;
import dev.trailwise.config.Settings;
import dev.trailwise.cost.Budget;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Limit;
import dev.trailwise.cost.Prices;
import dev.trailwise.cost.Quote;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.RunResult;
import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.output.estimate.CostText;
import dev.trailwise.output.estimate.EstimateText;
import dev.trailwise.query.Compiler;
import dev.trailwise.run.price.CostGate;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.run.price.StaleSizes;
import dev.trailwise.run.record.LedgerRecorder;
import dev.trailwise.run.record.RecordedExecution;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs queries on Athena over the trail's bucket: prices each, decides whether it may run, and reports what it cost. */
final class AthenaBackend implements Backend {
    private final Workspace workspace;
    private final QueryRequest request;
    private final Settings settings;
    private final AwsClients clients;
    private final WorkgroupReader reader;
    private final EmptyScope emptyScope;
    private final InjectedAccounts accounts;
    private Optional<Estimate> estimate = Optional.empty();
    private Optional<CompiledQuery> query = Optional.empty();
    private Optional<RunStatus> status = Optional.empty();
    private String scope = "";
    private boolean answeredHere;

    private AthenaBackend(Workspace workspace, QueryRequest request, Settings settings) {
        this.workspace = workspace;
        this.request = request;
        this.settings = settings;
        this.clients = workspace.clients();
        this.reader = WorkgroupReader.begin(clients, settings.athena().workgroup());
        this.emptyScope = new EmptyScope(workspace);
        this.accounts = new InjectedAccounts(clients, Pricing.trail(settings));
    }

    /** Begins to read the workgroup, and returns at once. */
    static AthenaBackend open(Workspace workspace, QueryRequest request) {
        Settings settings = workspace.settings();
        settings.trail().requiredBucket();
        return new AthenaBackend(workspace, request, settings);
    }

    @Override
    public Compiler compiler() {
        return compiler(workspace, accounts);
    }

    /** A compiler for all tables of the trail, those over the folders of single accounts as well. */
    static Compiler compiler(Workspace workspace, InjectedAccounts accounts) {
        return new Compiler(workspace.athenaTables(), accounts::of);
    }

    @Override
    public Execution start(CompiledQuery asked) {
        query = Optional.of(asked);
        scope = asked.scope().description();
        Prices prices = new Pricing(workspace, request.spending()).prices(settings, clients.region());
        Optional<Quote> quote = Optional.empty();
        Optional<Denied> denied = Optional.empty();
        boolean plan = AthenaSql.parse(asked.text()).kind() == ParsedSql.Kind.EXPLAIN;
        try {
            quote = plan ? Optional.empty() : Optional.of(quote(asked));
        } catch (Denied mayNotList) {
            denied = Optional.of(mayNotList);
        }
        estimate = quote.map(Quote::estimate);
        estimate.flatMap(Estimate::archived).map(EstimateText::archived).ifPresent(workspace.messages()::warning);
        if (estimate.filter(EmptyScope::isEmpty).isPresent()) {
            Optional<Execution> answer = emptyScope.start(asked);
            if (answer.isPresent()) {
                answeredHere = true;
                return answer.get();
            }
        }
        LedgerRecorder recorder =
                new LedgerRecorder(workspace, request.commandLine(), asked, clients.region(), workspace.progress());
        estimate.ifPresent(recorder::priced);
        Workgroup workgroup = reader.workgroup();
        tellUnknown(workgroup);
        CostGate gate = new CostGate(workspace, request.spending(), () -> budget(workgroup));
        admit(gate, recorder, quote, denied.map(why -> new Unlisted(why, prices)));
        RunSettings terms = new RunSettings(
                settings.table().database(),
                settings.athena().output(),
                reuse(workgroup),
                gate.cutoff(estimate.orElseGet(() -> CostGate.none(prices))),
                prices.scan());
        workspace.progress().start();
        Execution run = new AthenaEngine(clients, workgroup, terms, recorder).start(asked);
        return new RecordedExecution(
                new ParquetExecution(run, () -> workspace.localLimits(Optional.empty())), recorder);
    }

    /**
     * The price of the query. Where no file was found, days whose sizes are known are listed too: a file that was
     * delivered late must not be missed.
     */
    private Quote quote(CompiledQuery query) {
        Pricing pricing = new Pricing(workspace, request.spending());
        Quote quote = pricing.quote(query, clients);
        return EmptyScope.isEmpty(quote.estimate()) ? pricing.refreshed().quote(query, clients) : quote;
    }

    /** A query whose files may not be listed. */
    private record Unlisted(Denied why, Prices prices) {}

    private static void admit(
            CostGate gate, LedgerRecorder recorder, Optional<Quote> quote, Optional<Unlisted> unlisted) {
        try {
            quote.ifPresent(gate::admit);
            unlisted.ifPresent(it -> gate.allowUnlisted(it.why(), it.prices()));
        } catch (Failure refused) {
            if (refused.exitCode() == ExitCode.OVER_BUDGET) {
                recorder.refused(refused);
            }
            throw refused;
        }
    }

    private void tellUnknown(Workgroup workgroup) {
        if (!workgroup.known()) {
            workspace
                    .messages()
                    .info("the settings of workgroup " + workgroup.name()
                            + " may not be read (athena:GetWorkGroup), so its own limits are not known");
        }
    }

    private Budget budget(Workgroup workgroup) {
        Budget budget = request.spending().budget(settings.cost(), workspace.spentToday());
        List<Limit> limits = new ArrayList<>(budget.limits());
        workgroup.cutoff().ifPresent(most -> limits.add(new Limit.Workgroup(most, workgroup.name())));
        return new Budget(limits, budget.confirmAbove());
    }

    private Optional<Duration> reuse(Workgroup workgroup) {
        Optional<Duration> age = request.engine().reuse();
        if (age.isPresent() && workgroup.managed()) {
            workspace
                    .messages()
                    .warning(FlagName.REUSE + " has no effect: workgroup " + workgroup.name()
                            + " keeps results in Athena's own storage, and Athena does not use those again");
            return Optional.empty();
        }
        return age;
    }

    @Override
    public ExitCode answered(RunResult answer) {
        if (answeredHere) {
            workspace
                    .messages()
                    .info("No log files match this query (scope: " + scope + "). Answered without Athena, free.");
        } else if (answer.rows() == 0 && !request.quiet()) {
            workspace.messages().info("No matching events (scope: " + scope + ").");
        }
        boolean whole = estimate.flatMap(Estimate::archived).isEmpty() && stillWhole();
        return whole ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    /** Whether no file that was counted has been archived before it was read. */
    private boolean stillWhole() {
        if (estimate.isEmpty() || status.isEmpty() || query.isEmpty()) {
            return true;
        }
        CompiledQuery run = query.get();
        return new StaleSizes(workspace)
                .whole(
                        estimate.get(),
                        status.get(),
                        () -> new Pricing(workspace, request.spending())
                                .refreshed()
                                .quote(run, clients)
                                .estimate());
    }

    @Override
    public Optional<Estimate> estimate() {
        return estimate;
    }

    @Override
    public void ended(Execution execution) {
        workspace.progress().stop();
        status = execution.status();
        status.map(it -> CostText.line(it, estimate)).ifPresent(workspace.messages()::info);
    }

    @Override
    public void close() {
        emptyScope.close();
    }
}
