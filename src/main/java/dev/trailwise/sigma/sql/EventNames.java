package dev.trailwise.sigma.sql;

import dev.trailwise.sigma.rule.Condition;
import dev.trailwise.sigma.rule.Test;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a condition says of the names of events. */
final class EventNames {
    private EventNames() {}

    /** The names, in lower case, of which alone it can be true; nothing when it can be true of others. */
    static Optional<Set<String>> of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream()
                    .map(EventNames::of)
                    .flatMap(Optional::stream)
                    .min(java.util.Comparator.comparingInt(Set::size));
        }
        if (condition instanceof Condition.Any any) {
            Set<String> names = new HashSet<>();
            for (Condition part : any.parts()) {
                Optional<Set<String>> some = of(part);
                if (some.isEmpty()) {
                    return Optional.empty();
                }
                names.addAll(some.get());
            }
            return Optional.of(names);
        }
        return name(condition).map(name -> Set.of(Texts.lower(name)));
    }

    private static Optional<String> name(Condition condition) {
        return condition instanceof Condition.Match match
                        && match.field().equalsIgnoreCase("eventName")
                        && match.test() instanceof Test.Text text
                ? text.pattern().literal()
                : Optional.empty();
    }

    /** All names that a condition has, as they are written. */
    static List<String> written(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream()
                    .flatMap(part -> written(part).stream())
                    .distinct()
                    .toList();
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream()
                    .flatMap(part -> written(part).stream())
                    .distinct()
                    .toList();
        }
        return name(condition).stream().toList();
    }
}
