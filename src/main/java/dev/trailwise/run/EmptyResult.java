package dev.trailwise.run;

import dev.trailwise.engine.AvailableLogs;
import dev.trailwise.engine.Coverage;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an answer over local logs has no rows, as far as the scope tells, and what to type instead. */
final class EmptyResult {
    private static final int MOST_SHOWN = 5;

    private final Scope scope;
    private final AvailableLogs available;
    private final boolean timesAreDefault;

    private EmptyResult(Scope scope, AvailableLogs available, boolean timesAreDefault) {
        this.scope = scope;
        this.available = available;
        this.timesAreDefault = timesAreDefault;
    }

    /** The reasons; none when logs of the scope were read and contain nothing that the query looks for. */
    static List<Notice> reasons(long rows, Coverage coverage, Scope scope, boolean timesAreDefault) {
        EmptyResult answer = new EmptyResult(scope, coverage.available(), timesAreDefault);
        List<Notice> reasons = new ArrayList<>();
        answer.time().ifPresent(reasons::add);
        if (rows > 0 && coverage.events() > 0) {
            return List.copyOf(reasons); // such as a count of 0
        }
        absent("account", scope.accounts(), coverage.available().accounts()).ifPresent(reasons::add);
        absent("Region", scope.regions(), coverage.available().regions()).ifPresent(reasons::add);
        if (reasons.isEmpty() && coverage.events() == 0) {
            boolean logs = coverage.files() + coverage.unrelatedFiles() > 0
                    || coverage.available().days().isPresent();
            reasons.add(new Notice(logs ? "nothing in this scope" : "the logs contain no CloudTrail files"));
        }
        return List.copyOf(reasons);
    }

    private Optional<Notice> time() {
        Optional<DayRange> logs = available.days();
        if (scope.time().isAll() || logs.isEmpty() || overlap(logs.get(), scope.days())) {
            return Optional.empty();
        }
        String first = day(logs.get().first());
        String last = day(logs.get().last());
        String asked = timesAreDefault
                ? "nothing in the last 24 hours"
                : "nothing from " + scope.time().from() + " to " + scope.time().to();
        return Optional.of(new Notice(
                asked + ". These logs cover " + first + " to " + last,
                new Remedy.Flag(
                        List.of(new Remedy.Argument(FlagName.FROM, first), new Remedy.Argument(FlagName.TO, last)),
                        "searches them")));
    }

    private static boolean overlap(DayRange one, DayRange other) {
        return one.first().compareTo(other.last()) <= 0 && other.first().compareTo(one.last()) <= 0;
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

    private static String day(LogDay day) {
        return day.partitionValue().replace('/', '-');
    }
}
