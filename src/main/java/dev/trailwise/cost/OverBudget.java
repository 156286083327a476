package dev.trailwise.cost;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import java.util.stream.Stream;

/** A query was not run because it would have cost too much. */
public final class OverBudget extends Failure {
    public OverBudget(Decision.Refused refused) {
        super(ExitCode.OVER_BUDGET, notice(refused), null);
    }

    private static Notice notice(Decision.Refused refused) {
        Stream<Remedy> ways = refused.ways().stream()
                .map(way -> way.remedy("costs " + way.estimate().total() + " (" + way.effect() + ")"));
        return new Notice(
                "over budget, so nothing was run: " + String.join("; ", refused.reasons()),
                Stream.concat(ways, refused.remedies().stream()).toList());
    }
}
