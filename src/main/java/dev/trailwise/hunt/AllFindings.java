package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each detection of a hunt found. */
final class AllFindings {
    private final Map<String, Findings> byName = new LinkedHashMap<>();
    private final Optional<LastHunt> last;
    private final Optional<String> from;
    private boolean shown;

    /**
     * @param last the hunt before, whose findings are left out
     * @param from the time before which events were for an earlier hunt
     */
    AllFindings(List<SavedQuery> detections, Optional<LastHunt> last, Optional<Instant> from) {
        this.last = last;
        this.from = from.map(Instant::toString);
        detections.forEach(detection -> byName.put(detection.name(), new Findings(detection)));
    }

    /**
     * Counts an event with the names of its detections in the last column, as one text.
     *
     * @return the event with the names of those that the hunt before did not report; nothing when it reported all, or when
     *     only correlations use them
     */
    Optional<@Nullable Object[]> event(List<ResultColumn> columns, @Nullable Object[] values) {
        String id = id(columns, values);
        if (from.isPresent() && time(columns, values).compareTo(from.get()) < 0) {
            return Optional.empty();
        }
        List<String> names = names(values).stream()
                .filter(byName::containsKey)
                .filter(name -> last.isEmpty() || last.get().isNew(name, id))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        @Nullable Object[] event = values.clone();
        event[event.length - 1] = names;
        names.forEach(name -> of(name).add(columns, event));
        return Optional.of(event);
    }

    /**
     * Counts a row of a detection that counts or compares events.
     *
     * @return false when the hunt before reported the like: one with the same texts but for times
     */
    boolean row(SavedQuery detection, List<ResultColumn> columns, @Nullable Object[] values) {
        if (last.isPresent() && !last.get().isNew(detection.name(), texts(columns, values))) {
            return false;
        }
        of(detection.name()).add(columns, values);
        return true;
    }

    private static String time(List<ResultColumn> columns, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (columns.get(i).name().equals("eventtime") && values[i] != null) {
                return values[i].toString();
            }
        }
        return "";
    }

    private static String id(List<ResultColumn> columns, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (columns.get(i).name().equals("eventid") && values[i] != null) {
                return values[i].toString();
            }
        }
        return texts(columns, values);
    }

    private static String texts(List<ResultColumn> columns, @Nullable Object[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> columns.get(i).type() == ResultType.TEXT
                        && !columns.get(i).name().endsWith("_seen"))
                .mapToObj(i -> String.valueOf(values[i]))
                .collect(Collectors.joining("|"));
    }

    /** The names of the detections that an event matches. */
    static List<String> names(@Nullable Object[] values) {
        Object names = values[values.length - 1];
        if (names instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        if (names == null || names.toString().isEmpty()) {
            throw new IllegalStateException("an event came back without the names of its detections");
        }
        return List.of(names.toString().split(FusedStatement.SEPARATOR));
    }

    /** The level of an event: the highest of its detections. */
    Level level(@Nullable Object[] event) {
        return names(event).stream()
                .map(name -> of(name).level())
                .max(Level::compareTo)
                .orElse(Level.INFORMATIONAL);
    }

    /** Whether some detection is of others, who are to be named. */
    boolean areAttributed() {
        return byName.values().stream()
                .anyMatch(findings ->
                        FindingsReport.attribution(findings.detection()).isPresent());
    }

    /** Where the detections of an event come from. */
    String attributions(@Nullable Object[] event) {
        return names(event).stream()
                .map(name -> FindingsReport.attribution(of(name).detection()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private Findings of(String name) {
        return Objects.requireNonNull(byName.get(name), () -> "no detection of this hunt: " + name);
    }

    /** How many detections there are. */
    int size() {
        return byName.size();
    }

    /** The detections that found something, the most severe first. */
    List<Findings> found() {
        return byName.values().stream()
                .filter(findings -> findings.count() > 0)
                .sorted(Findings.BY_LEVEL)
                .toList();
    }

    /** All of them were written: nobody closed the pipe before. */
    void shown() {
        shown = true;
    }

    boolean areShown() {
        return shown;
    }

    /** How many findings are of this level or a higher one. */
    long atLeast(Level least) {
        return byName.values().stream()
                .filter(findings -> findings.level().compareTo(least) >= 0)
                .mapToLong(Findings::count)
                .sum();
    }

    /** The figures of all detections, the most severe first. */
    List<Findings> all() {
        return byName.values().stream().sorted(Findings.BY_LEVEL).toList();
    }

    SavedQuery detection(String name) {
        return of(name).detection();
    }

    Level level(SavedQuery detection) {
        return of(detection.name()).level();
    }
}
