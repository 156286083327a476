package dev.trailwise.run;

import dev.trailwise.trail.Scope;
import java.util.Collection;
import java.util.stream.Collectors;

/** A scope in words. */
public final class ScopeText {
    private ScopeText() {}

    /** Such as {@code from 2026-11-01T00:00:00Z to 2026-11-02T00:00:00Z, in all accounts, in us-east-1}. */
    public static String of(Scope scope) {
        String times = scope.time().isAll()
                ? "of all times"
                : "from " + scope.time().from() + " to " + scope.time().to();
        return times + ", in " + names(scope.accounts(), "all accounts") + ", in "
                + names(scope.regions(), "all Regions");
    }

    private static String names(Collection<?> values, String all) {
        return values.isEmpty() ? all : values.stream().map(Object::toString).collect(Collectors.joining(" and "));
    }
}
