package dev.trailwise.follow;

import dev.trailwise.cost.Estimate;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.follow.chain.Activity;
import dev.trailwise.follow.chain.Ask;
import dev.trailwise.follow.chain.StepSql;
import dev.trailwise.follow.chain.Walk;
import dev.trailwise.output.Counts;
import dev.trailwise.run.Part;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The steps of a walk: each is a query, which asks what the one before it left open. */
public final class FollowSteps {
    /** The rows of a step; what comes after them is not followed, and reported. */
    static final int MOST_ROWS = 50_000;

    private final Workspace workspace;
    private final FollowRequest request;
    private final Walk walk;
    private final List<Notice> gaps = new ArrayList<>();

    public FollowSteps(Workspace workspace, FollowRequest request) {
        this.workspace = workspace;
        this.request = request;
        this.walk = new Walk(request.start(), request.siblings(), request.mostCredentials());
    }

    /** The first step, which is known before it runs. */
    public QueryRequest first() {
        return step(request.query(), walk.next(), new StepRows());
    }

    /**
     * Takes all steps.
     *
     * @param placed the first step, where it and all others are to run
     * @param estimates the prices of other queries that count against the same limits; those of the steps are added
     * @return the exit code: {@link ExitCode#PARTIAL} where something was not followed
     * @throws Failure when a step does not run
     */
    public ExitCode run(QueryRequest placed, List<Estimate> estimates) {
        ExitCode exit = ExitCode.SUCCESS;
        Set<Ask> asks = walk.next();
        while (!asks.isEmpty() && walk.taken() < request.mostSteps() && affordable(placed, asks, estimates)) {
            workspace
                    .messages()
                    .info("step " + (walk.taken() + 1) + " of at most " + request.mostSteps() + ": " + words(asks));
            StepRows rows = new StepRows();
            ExitCode answered = QueryRunner.answer(workspace, step(placed, asks, rows));
            exit = answered == ExitCode.SUCCESS ? exit : answered;
            take(asks, rows.rows());
            asks = walk.next();
        }
        gaps(!asks.isEmpty());
        return gaps.isEmpty() ? exit : ExitCode.PARTIAL;
    }

    private QueryRequest step(QueryRequest query, Set<Ask> asks, StepRows rows) {
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

    /** Whether all steps until now and this one are within the limits of the command. */
    private boolean affordable(QueryRequest placed, Set<Ask> asks, List<Estimate> estimates) {
        try {
            QueryRunner.admitNext(workspace, step(placed, asks, new StepRows()), estimates);
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

    private static String words(Set<Ask> asks) {
        return asks.stream()
                .collect(Collectors.groupingBy(Ask::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey().label() + " (" + kind.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** What was found. */
    public Walk walk() {
        return walk;
    }

    /** What was not followed, and why. */
    public List<Notice> gaps() {
        return gaps;
    }
}
