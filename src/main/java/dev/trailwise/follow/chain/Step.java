package dev.trailwise.follow.chain;

import java.util.List;
import java.util.Set;

/**
 * A step that was taken.
 *
 * @param asks what it asked
 * @param rows what it found
 */
record Step(Set<Ask> asks, List<Activity> rows) {
    Step {
        asks = Set.copyOf(asks);
        rows = List.copyOf(rows);
    }

    /** Whether it holds all calls of whoever made these. */
    boolean covers(Activity row) {
        return has(AskKind.KEY_USES, row.key())
                || (row.isUser() && has(AskKind.USER_USES, row.identity().text()))
                || has(AskKind.SESSION_USES, row.account() + ":" + row.session())
                || has(AskKind.PRINCIPAL_USES, row.principal())
                || has(AskKind.PRINCIPAL_USES, row.issuer());
    }

    private boolean has(AskKind kind, String value) {
        return !value.isEmpty() && asks.contains(new Ask(kind, value));
    }
}
