package dev.trailwise.sql;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a query proves of the text in a column of the rows that it keeps. Texts compare by their characters, as Trino's
 * do.
 *
 * @param values the only values that are kept, when there is such a set; then the ends are open
 * @param low the least value that is kept, when there is one
 * @param high the greatest value that is kept, when there is one
 */
public record Bound(Optional<SortedSet<String>> values, Optional<End> low, Optional<End> high) {
    /** Nothing is proved. */
    public static final Bound ANY = new Bound(Optional.empty(), Optional.empty(), Optional.empty());

    public Bound {
        values = values.map(set -> Collections.unmodifiableSortedSet(new TreeSet<>(set)));
    }

    /**
     * An end of a range.
     *
     * @param value where it is
     * @param included whether the value itself is kept
     */
    public record End(String value, boolean included) {}

    /** Only these values are kept. */
    static Bound of(SortedSet<String> values) {
        return new Bound(Optional.of(values), Optional.empty(), Optional.empty());
    }

    static Bound only(String value) {
        return of(new TreeSet<>(java.util.Set.of(value)));
    }

    static Bound from(String low, boolean included) {
        return new Bound(Optional.empty(), Optional.of(new End(low, included)), Optional.empty());
    }

    static Bound to(String high, boolean included) {
        return new Bound(Optional.empty(), Optional.empty(), Optional.of(new End(high, included)));
    }

    /** Whether nothing is proved. */
    public boolean isAny() {
        return values.isEmpty() && low.isEmpty() && high.isEmpty();
    }

    /** Whether rows with this value may be kept. */
    public boolean mayBe(String value) {
        return values.map(set -> set.contains(value)).orElse(true)
                && low.map(end -> above(value, end)).orElse(true)
                && high.map(end -> below(value, end)).orElse(true);
    }

    private static boolean above(String value, End end) {
        int order = value.compareTo(end.value());
        return end.included() ? order >= 0 : order > 0;
    }

    private static boolean below(String value, End end) {
        int order = value.compareTo(end.value());
        return end.included() ? order <= 0 : order < 0;
    }

    /** Both are proved. */
    Bound and(Bound other) {
        if (values.isPresent() || other.values.isPresent()) {
            SortedSet<String> all = values.or(() -> other.values).orElseThrow();
            return of(all.stream()
                    .filter(value -> mayBe(value) && other.mayBe(value))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return new Bound(Optional.empty(), tighter(low, other.low, 1), tighter(high, other.high, -1));
    }

    private static Optional<End> tighter(Optional<End> a, Optional<End> b, int direction) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        int order = a.get().value().compareTo(b.get().value()) * direction;
        return order > 0 || (order == 0 && !a.get().included()) ? a : b;
    }

    /** One or the other is proved: the smallest set or range that holds both. */
    Bound or(Bound other) {
        if (values.isPresent() && other.values.isPresent()) {
            SortedSet<String> all = new TreeSet<>(values.get());
            all.addAll(other.values.get());
            return of(all);
        }
        Bound a = range();
        Bound b = other.range();
        return new Bound(Optional.empty(), wider(a.low, b.low, -1), wider(a.high, b.high, 1));
    }

    private Bound range() {
        if (values.isEmpty()) {
            return this;
        }
        SortedSet<String> set = values.get();
        return set.isEmpty()
                ? this
                : new Bound(
                        Optional.empty(),
                        Optional.of(new End(set.first(), true)),
                        Optional.of(new End(set.last(), true)));
    }

    private static Optional<End> wider(Optional<End> a, Optional<End> b, int direction) {
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        int order = a.get().value().compareTo(b.get().value()) * direction;
        return order > 0 || (order == 0 && a.get().included()) ? a : b;
    }
}
