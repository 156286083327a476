package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Level;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each detection of a hunt found. */
final class AllFindings {
    private final Map<String, Findings> byName = new LinkedHashMap<>();

    AllFindings(List<SavedQuery> detections) {
        detections.forEach(detection -> byName.put(detection.name(), new Findings(detection)));
    }

    /** An event with the names of its detections in the last column. */
    void event(List<ResultColumn> columns, @Nullable Object[] values) {
        names(values).forEach(name -> of(name).add(columns, values));
    }

    /** A row of a detection that counts or compares events. */
    void row(SavedQuery detection, List<ResultColumn> columns, @Nullable Object[] values) {
        of(detection.name()).add(columns, values);
    }

    /** The names of the detections that an event matches. */
    static List<String> names(@Nullable Object[] values) {
        Object names = values[values.length - 1];
        return names instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The highest level of some detections. */
    Level level(List<String> names) {
        return names.stream()
                .map(name -> of(name).level())
                .max(Level::compareTo)
                .orElse(Level.INFORMATIONAL);
    }

    private Findings of(String name) {
        return Objects.requireNonNull(byName.get(name), () -> "no detection of this hunt: " + name);
    }

    /** The detections that found something, the most severe first. */
    List<Findings> found() {
        return all().filter(findings -> findings.count() > 0)
                .sorted(Findings.BY_LEVEL)
                .toList();
    }

    /** How many findings are of this level or a higher one. */
    long atLeast(Level least) {
        return all().filter(findings -> findings.level().compareTo(least) >= 0)
                .mapToLong(Findings::count)
                .sum();
    }

    private Stream<Findings> all() {
        return byName.values().stream();
    }
}
