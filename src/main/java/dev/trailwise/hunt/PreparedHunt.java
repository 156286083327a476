package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.Format;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.run.Part;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.sigma.RuleSet;
import dev.trailwise.workspace.Rendering;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hunt whose statements are made and have not run: whoever runs them, {@link Hunt} or a command that runs other queries
 * with them, then gets what they found.
 */
public final class PreparedHunt {
    private final Workspace workspace;
    private final HuntRequest request;
    private final QueryRequest query;
    private final Optional<HuntMemory> memory;
    private final Optional<RuleSet> rules;
    private final HuntPlan plan;
    private final List<SavedQuery> detections;
    private final AllFindings findings;
    private final HuntRows earlier = new HuntRows();

    /**
     * Chooses the detections, and makes their statements.
     *
     * @throws Failure when no detection is of the request, or its parameters are wrong
     */
    public PreparedHunt(Workspace workspace, HuntRequest request) {
        this.workspace = workspace;
        this.request = request;
        this.rules = request.rules().map(choice -> choice.read(workspace));
        this.detections = request.filter()
                .of(rules.map(RuleSet::detections)
                        .orElseGet(() -> workspace.library().all().queries()));
        HuntPlan whole = rules.map(set -> RuleChoice.plan(set, detections, request.arguments()))
                .orElseGet(() -> HuntPlan.of(
                        detections, request.arguments(), workspace.host().clock()));
        boolean counts = request.summary() || request.query().output().format() == Format.NAVIGATOR;
        this.plan = counts && !request.sinceLast() ? whole.summarized() : whole;
        this.memory = request.sinceLast()
                ? Optional.of(
                        HuntMemory.of(workspace, request, plan.correlations().longest()))
                : Optional.empty();
        this.query = memory.map(HuntMemory::query).orElse(request.query());
        this.findings = new AllFindings(detections, memory.map(HuntMemory::last), memory.flatMap(HuntMemory::from));
    }

    /** The statements, whose rows are counted and kept for {@link #found} and written nowhere. */
    public List<QueryRequest> requests() {
        return requests((how, stream) -> FindingsSink.counting(findings, earlier), false);
    }

    /** The statements, the last of which shows what all found. */
    List<QueryRequest> requests(Rendering findings) {
        return requests(findings, true);
    }

    /** One a statement. The last one that picks events also passes on what the others found before it. */
    private List<QueryRequest> requests(Rendering all, boolean shown) {
        List<QueryRequest> requests = new ArrayList<>();
        plan.others().forEach((detection, sql) -> {
            CollectedRows rows = new CollectedRows();
            earlier.counted().put(detection, rows);
            requests.add(query.part(sql, Part.collected(rows, true)));
        });
        List<FusedStatement> fused = plan.fused();
        for (FusedStatement statement : fused) {
            boolean last = statement.equals(fused.get(fused.size() - 1));
            boolean correlated =
                    statement.equals(fused.get(0)) && !plan.correlations().isEmpty();
            Rendering rows = last ? all : (how, stream) -> earlier.events();
            requests.add(query.part(
                    statement.sql(),
                    new Part(correlated ? correlated(statement).before(rows) : rows, last && shown, !last)));
        }
        return requests;
    }

    private Correlations correlated(FusedStatement statement) {
        return new Correlations(
                plan.correlations(), statement.fields(), earlier, memory.flatMap(HuntMemory::from), workspace);
    }

    /**
     * Ends a hunt all of whose statements have run.
     *
     * @param exit that of the least complete of them
     * @return the same, or that of rules that took no part
     */
    public ExitCode finish(ExitCode exit) {
        if (plan.fused().isEmpty()) {
            FindingsSink.counting(findings, earlier).all(columns(), List.of());
        }
        return exit(exit);
    }

    /** The exit code of a hunt that some rules took no part in. */
    ExitCode exit(ExitCode exit) {
        return rules.map(set -> request.rules().orElseThrow().exit(exit, set, workspace))
                .orElse(exit);
    }

    static List<ResultColumn> columns() {
        return FusedStatement.COLUMNS.stream().map(ResultColumn::text).toList();
    }

    /** The detections that found something, the most severe first. */
    public List<Findings> found() {
        return findings.found();
    }

    /** All detections that it runs. */
    public List<SavedQuery> detections() {
        return detections;
    }

    QueryRequest query() {
        return query;
    }

    Optional<HuntMemory> memory() {
        return memory;
    }

    HuntPlan plan() {
        return plan;
    }

    AllFindings findings() {
        return findings;
    }

    HuntRows earlier() {
        return earlier;
    }
}
