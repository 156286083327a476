package dev.trailwise.follow;

import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.follow.chain.Activity;
import dev.trailwise.follow.chain.Ask;
import dev.trailwise.follow.chain.Chain;
import dev.trailwise.follow.chain.StepSql;
import dev.trailwise.follow.chain.Walk;
import dev.trailwise.output.Counts;
import dev.trailwise.output.Format;
import dev.trailwise.run.Part;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs the steps of a walk and shows its chain. */
public final class Follow {
    /** The rows of a step; what comes after them is not followed, and reported. */
    static final int MOST_ROWS = 50_000;

    private final Workspace workspace;
    private final FollowRequest request;
    private final Walk walk;
    private final List<Notice> gaps = new ArrayList<>();
    private final List<Estimate> estimates = new ArrayList<>();
    private QueryRequest query;

    private Follow(Workspace workspace, FollowRequest request) {
        this.workspace = workspace;
        this.request = request;
        this.query = request.query();
        this.walk = new Walk(request.start(), request.siblings(), request.mostCredentials());
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
            return QueryRunner.answer(workspace, follow.step(follow.walk.next(), new StepRows()));
        }
        return query.dryRun() ? follow.price() : follow.run();
    }

    private static void check(OutputChoice output) {
        if (output.format() != Format.TABLE && output.format() != Format.JSON) {
            throw Failure.usage("a chain of credentials is a tree: write it as table or json");
        }
        if (!output.columns().isEmpty() || output.limit() != Long.MAX_VALUE) {
            throw Failure.usage(FlagName.COLUMNS + " and " + FlagName.LIMIT + " do not apply to a tree");
        }
    }

    private ExitCode run() {
        ExitCode exit = ExitCode.SUCCESS;
        Set<Ask> asks = walk.next();
        while (!asks.isEmpty() && walk.taken() < request.mostSteps() && affordable(asks)) {
            workspace
                    .messages()
                    .info("step " + (walk.taken() + 1) + " of at most " + request.mostSteps() + ": " + words(asks));
            StepRows rows = new StepRows();
            ExitCode answered = QueryRunner.answer(workspace, step(asks, rows));
            exit = answered == ExitCode.SUCCESS ? exit : answered;
            take(asks, rows.rows());
            asks = walk.next();
        }
        gaps(!asks.isEmpty());
        show(Chain.of(walk));
        gaps.forEach(workspace.messages()::warning);
        ExitCode ended = gaps.isEmpty() ? exit : ExitCode.PARTIAL;
        return request.query().exits().exit(ended, walk.found());
    }

    private QueryRequest step(Set<Ask> asks, StepRows rows) {
        boolean quiet = walk.taken() > 0;
        return query.part(StepSql.of(asks, MOST_ROWS + 1), Part.collected(rows, quiet));
    }

    private void take(Set<Ask> asks, List<Activity> rows) {
        if (rows.size() > MOST_ROWS) {
            gaps.add(new Notice("step " + (walk.taken() + 1) + " has more than " + Counts.number(MOST_ROWS)
                    + " kinds of calls: later ones are left out"));
        }
        walk.answer(asks, rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
    }

    /** Decides where the steps run, and whether all until now and this one are within the limits of the command. */
    private boolean affordable(Set<Ask> asks) {
        QueryRequest next = step(asks, new StepRows());
        if (walk.taken() == 0) {
            query = QueryRunner.admitted(workspace, List.of(next)).get(0);
        }
        try {
            QueryRunner.admitNext(workspace, step(asks, new StepRows()), estimates);
            return true;
        } catch (Failure over) {
            if (walk.taken() == 0) {
                throw over;
            }
            gaps.add(new Notice(String.valueOf(over.getMessage())));
            return false;
        }
    }

    private void gaps(boolean more) {
        long left = walk.notFollowed();
        if (walk.taken() >= request.mostSteps() && more) {
            gaps.add(new Notice(
                    Counts.of(left, "credential") + " not followed after " + Counts.of(walk.taken(), "step"),
                    Remedy.flag(FlagName.MAX_STEPS, String.valueOf(2 * request.mostSteps()), "goes on")));
        } else if (left > 0 && !more) {
            gaps.add(new Notice(
                    Counts.of(left, "credential") + " not followed",
                    Remedy.flag(
                            FlagName.MAX_CREDENTIALS, String.valueOf(10 * request.mostCredentials()), "follows more")));
        }
    }

    private void show(Chain chain) {
        List<String> missing = gaps.stream().map(workspace.messages()::text).toList();
        Format format = query.output().format();
        Rendering rendering = (how, stream) -> new ChainSink(walk, chain, missing, format, how, stream);
        try (Destination destination = Destination.open(query.output(), rendering, workspace)) {
            destination.sink().all(List.of(), List.of());
            destination.commit();
        }
    }

    private ExitCode price() {
        QueryRequest first = step(walk.next(), new StepRows());
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

    private static String words(Set<Ask> asks) {
        return asks.stream()
                .collect(Collectors.groupingBy(Ask::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey().label() + " (" + kind.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
