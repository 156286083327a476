package dev.trailwise.history;

import java.util.Locale;

/** How a question ended. */
public enum Outcome {
    /** It was started; nothing is known of its end. */
    STARTED,
    /** It was answered. */
    SUCCEEDED,
    /** It ended without an answer. */
    FAILED,
    /** It was stopped: by the user, by a budget or by a limit of the workgroup. */
    CANCELLED,
    /** It never ran: over budget. */
    REFUSED;

    /** The word for it, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
