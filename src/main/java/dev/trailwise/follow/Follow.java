package dev.trailwise.follow;

import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.follow.chain.Chain;
import dev.trailwise.output.Format;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.run.price.DryRun;
import dev.trailwise.run.price.TotalPrice;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Rendering;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs the steps of a walk and shows its chain. */
public final class Follow {
    private final Workspace workspace;
    private final FollowRequest request;
    private final QueryRequest query;
    private final FollowSteps steps;

    private Follow(Workspace workspace, FollowRequest request) {
        this.workspace = workspace;
        this.request = request;
        this.query = request.query();
        this.steps = new FollowSteps(workspace, request);
    }

    /**
     * Follows a credential, or shows the price of it.
     *
     * @return the exit code: {@link ExitCode#PARTIAL} where something was not followed
     * @throws Failure when a step does not run
     */
    public static ExitCode run(Workspace workspace, FollowRequest request) {
        check(request.query().output());
        Follow follow = new Follow(workspace, request);
        QueryRequest query = request.query();
        if (query.engine().explain()) {
            return QueryRunner.answer(workspace, follow.steps.first());
        }
        return query.dryRun() ? follow.price() : follow.run();
    }

    private static void check(OutputChoice output) {
        if (output.format() != Format.TABLE && output.format() != Format.JSON) {
            throw Failure.usage("a chain of credentials is a tree: write it as table or json");
        }
        if (!output.columns().isEmpty() || output.limit() != Long.MAX_VALUE || output.chart()) {
            throw Failure.usage(
                    FlagName.COLUMNS + ", " + FlagName.LIMIT + " and " + FlagName.CHART + " do not apply to a tree");
        }
    }

    private ExitCode run() {
        QueryRequest placed =
                QueryRunner.admitted(workspace, List.of(steps.first())).get(0);
        ExitCode ended = steps.run(placed, new ArrayList<>());
        show(Chain.of(steps.walk()));
        steps.gaps().forEach(workspace.messages()::warning);
        return query.exits().exit(ended, steps.walk().found());
    }

    private void show(Chain chain) {
        List<String> missing =
                steps.gaps().stream().map(workspace.messages()::text).toList();
        Format format = query.output().format();
        Rendering rendering = (how, stream) -> new ChainSink(steps.walk(), chain, missing, format, how, stream);
        try (Destination destination = Destination.open(query.output(), rendering, workspace)) {
            destination.sink().all(List.of(), List.of());
            destination.commit();
        }
    }

    private ExitCode price() {
        QueryRequest first = steps.first();
        boolean document =
                query.output().format().structured() || query.output().file().isPresent();
        ExitCode exit = document ? ExitCode.SUCCESS : QueryRunner.answer(workspace, first);
        Estimate estimate = QueryRunner.quote(workspace, first).estimate();
        List<Estimate> most = Collections.nCopies(request.mostSteps(), estimate);
        if (document) {
            new DryRun(workspace, query.spending(), query.output()).show(most, true);
        }
        workspace.messages().info("at most " + TotalPrice.of(most) + "; a step is a query over the same scope");
        return exit;
    }
}
