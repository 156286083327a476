package dev.trailwise.sigma;

import dev.trailwise.sigma.rule.LogSource;
import dev.trailwise.sigma.rule.Refusal;

/** What becomes of a document of Sigma here. */
public sealed interface Verdict {
    /**
     * It runs.
     *
     * @param silent whether only correlations use it, and it has no findings of its own
     */
    record Runs(SigmaRule rule, boolean silent) implements Verdict {}

    /**
     * It is a correlation that runs.
     *
     * @param silent whether only other correlations use it
     */
    record Correlates(SigmaCorrelation correlation, boolean silent) implements Verdict {}

    /** It is not Sigma, or cannot be run as its author means it. */
    record Refused(String file, String title, Refusal refusal) implements Verdict {
        /** Where, and why. */
        String problem() {
            return file + ":" + refusal.line() + ": " + refusal.reason();
        }
    }

    /** It is for other logs than CloudTrail's. */
    record OtherLogs(String file, int line, String title, LogSource source) implements Verdict {}

    /** It narrows rules. */
    record Filters(String file, int line, String title, boolean used) implements Verdict {}
}
