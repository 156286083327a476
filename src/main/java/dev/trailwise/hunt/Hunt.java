package dev.trailwise.hunt;

import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Quote;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Level;
import dev.trailwise.run.Part;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.run.price.DryRun;
import dev.trailwise.run.price.TotalPrice;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Rendering;
import dev.trailwise.workspace.Workspace;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Runs detections and shows what they find. */
public final class Hunt {
    private final Workspace workspace;
    private final HuntRequest request;
    private final PreparedHunt prepared;
    private final QueryRequest query;
    private final HuntPlan plan;
    private final AllFindings findings;

    private Hunt(Workspace workspace, HuntRequest request) {
        this.workspace = workspace;
        this.request = request;
        this.prepared = new PreparedHunt(workspace, request);
        this.query = prepared.query();
        this.plan = prepared.plan();
        this.findings = prepared.findings();
    }

    /**
     * Runs a hunt, or shows its price.
     *
     * @return the exit code: that of findings where they have one, else that of the least complete statement
     * @throws Failure when a statement does not run
     */
    public static ExitCode run(Workspace workspace, HuntRequest request) {
        request.checkOutput();
        Hunt hunt = new Hunt(workspace, request);
        return request.query().dryRun() ? hunt.price() : hunt.run();
    }

    private ExitCode run() {
        if (query.engine().explain()) {
            return QueryRunner.answer(workspace, query.part(first(), Part.collected(new CollectedRows(), true)));
        }
        Iterator<QueryRequest> requests =
                QueryRunner.admitted(workspace, prepared.requests(rendering())).iterator();
        ExitCode exit = ExitCode.SUCCESS;
        while (requests.hasNext()) {
            exit = worse(exit, QueryRunner.answer(workspace, requests.next()));
        }
        if (plan.fused().isEmpty()) {
            exit = worse(exit, finish());
        }
        report();
        remember(exit);
        ExitCode ended = findings.atLeast(request.failOn()) > 0
                ? request.failed(exit)
                : request.query().exits().exit(exit, findings.atLeast(Level.INFORMATIONAL));
        return prepared.exit(ended);
    }

    private SqlText first() {
        return plan.fused().isEmpty()
                ? plan.others().values().iterator().next()
                : plan.fused().get(0).sql();
    }

    private Rendering rendering() {
        Clock clock = workspace.host().clock();
        return (how, stream) -> FindingsSink.showing(findings, prepared.earlier(), request, clock, how, stream);
    }

    private ExitCode finish() {
        try (Destination destination = Destination.open(query.output(), rendering(), workspace)) {
            destination.sink().all(PreparedHunt.columns(), List.of());
            destination.commit();
        }
        return ExitCode.SUCCESS;
    }

    private void report() {
        List<Findings> found = findings.found();
        long all = found.stream().mapToLong(Findings::count).sum();
        workspace
                .messages()
                .info(all + (all == 1 ? " finding" : " findings") + " of " + found.size() + " of " + findings.size()
                        + " detections");
    }

    /** What an incomplete hunt missed has to be found by the next one. */
    private void remember(ExitCode exit) {
        if (prepared.memory().isEmpty()) {
            return;
        }
        if (exit == ExitCode.SUCCESS && findings.areShown()) {
            prepared.memory().get().save();
        } else {
            workspace.messages().warning("the next hunt covers the same time again, because this one is incomplete");
        }
    }

    private static ExitCode worse(ExitCode one, ExitCode other) {
        return other == ExitCode.SUCCESS ? one : other;
    }

    private ExitCode price() {
        ExitCode exit = ExitCode.SUCCESS;
        boolean several = plan.fused().size() + plan.others().size() > 1;
        OutputChoice output = query.output();
        boolean document =
                output.format().structured() || (several && output.file().isPresent());
        List<Estimate> estimates = new ArrayList<>();
        for (FusedStatement statement : plan.fused()) {
            QueryRequest one = query.part(statement.sql(), Part.collected(new CollectedRows(), true));
            exit = document ? exit : worse(exit, QueryRunner.answer(workspace, one));
            Quote quote = QueryRunner.quote(workspace, one);
            estimates.add(quote.estimate());
            int count = statement.detections().size();
            workspace
                    .messages()
                    .info(count + " detections in one scan (one by one: " + count + " scans, "
                            + times(quote.estimate(), count) + "): " + names(statement.detections()));
        }
        if (!plan.correlations().isEmpty()) {
            workspace.messages().info(plan.correlations().text());
        }
        for (SqlText other : plan.others().values()) {
            QueryRequest one = query.part(other, Part.collected(new CollectedRows(), true));
            estimates.add(QueryRunner.quote(workspace, one).estimate());
        }
        if (!plan.others().isEmpty()) {
            workspace
                    .messages()
                    .info((plan.others().size() == 1
                                    ? "1 detection counts or compares events, in a scan of its own: "
                                    : plan.others().size()
                                            + " detections count or compare events, each in a scan of its own: ")
                            + String.join(
                                    ", ",
                                    plan.others().keySet().stream()
                                            .map(SavedQuery::name)
                                            .toList()));
        }
        if (document) {
            new DryRun(workspace, query.spending(), query.output()).show(estimates, false);
        }
        if (estimates.size() > 1) {
            workspace.messages().info(TotalPrice.of(estimates) + " in all");
        }
        return exit;
    }

    private static String names(Collection<SavedQuery> detections) {
        return detections.stream().map(SavedQuery::name).collect(Collectors.joining(", "));
    }

    private static Usd times(Estimate estimate, int count) {
        return new Usd(estimate.scanCost().amount().multiply(BigDecimal.valueOf(count)));
    }
}
