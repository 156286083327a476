package dev.trailwise.cost;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** A query was not run because it would have cost too much. */
public final class OverBudget extends Failure {
    OverBudget(Decision.Refused refused) {
        super(ExitCode.OVER_BUDGET, message(refused));
    }

    private static String message(Decision.Refused refused) {
        List<String> lines = new ArrayList<>();
        lines.add("over budget, so nothing was run: " + String.join("; ", refused.reasons()));
        if (!refused.ways().isEmpty()) {
            lines.add("Ask for less:");
            refused.ways()
                    .forEach(way -> lines.add(
                            "  " + way.flags() + "  costs " + way.estimate().total() + " (" + way.effect() + ")"));
        }
        if (!refused.remedies().isEmpty()) {
            lines.add("or allow it: " + String.join(" and ", refused.remedies()));
        }
        return String.join("\n", lines);
    }
}
