package dev.trailwise.run;

import dev.trailwise.engine.AvailableLogs;
import dev.trailwise.engine.Coverage;
import dev.trailwise.failure.Notice;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an answer over local logs has no rows, as far as the scope tells, and what to type instead. */
final class EmptyResult {
    private static final int MOST_SHOWN = 5;

    private EmptyResult() {}

    /** The reasons; none when logs of the scope were read and contain nothing that the query looks for. */
    static List<Notice> reasons(long rows, Coverage coverage, Scope scope, LogDates dates) {
        AvailableLogs available = coverage.available();
        List<Notice> reasons = new ArrayList<>();
        dates.outside(available.days())
                .or(() -> coverage.newest().flatMap(dates::older))
                .ifPresent(reasons::add);
        if (rows > 0 && coverage.events() > 0) {
            return List.copyOf(reasons); // such as a count of 0
        }
        absent("account", scope.accounts(), available.accounts()).ifPresent(reasons::add);
        absent("Region", scope.regions(), available.regions()).ifPresent(reasons::add);
        if (reasons.isEmpty() && coverage.events() == 0) {
            reasons.add(nothing(coverage, available));
        }
        return List.copyOf(reasons);
    }

    private static Notice nothing(Coverage coverage, AvailableLogs available) {
        if (!available.days().isEmpty() || coverage.files() > 0) {
            return new Notice("nothing in this scope");
        }
        return new Notice(
                available.otherKinds().isEmpty() && coverage.unrelatedFiles() == 0
                        ? "the logs contain no CloudTrail files"
                        : "these logs have no files for this query; they have "
                                + list(available.otherKinds().stream()
                                        .map(LogKind::folder)
                                        .toList()));
    }

    private static <T> Optional<Notice> absent(String what, Collection<T> wanted, Collection<T> known) {
        List<T> missing = wanted.stream().filter(one -> !known.contains(one)).toList();
        if (missing.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        String more = known.size() > MOST_SHOWN ? " and " + (known.size() - MOST_SHOWN) + " more" : "";
        return Optional.of(new Notice(
                "these logs have no events of " + what + " " + list(missing) + "; they have " + list(known) + more));
    }

    private static String list(Collection<?> values) {
        return values.stream().limit(MOST_SHOWN).map(Object::toString).collect(Collectors.joining(", "));
    }
}
