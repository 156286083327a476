package dev.trailwise.hunt;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.query.detection.Detection;
import dev.trailwise.query.detection.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one detection found: figures of all of it, and the first rows. */
public final class Findings {
    /** The most severe first, then those with the most findings. */
    static final Comparator<Findings> BY_LEVEL = Comparator.comparing(Findings::level)
            .reversed()
            .thenComparing(Comparator.comparingLong(Findings::count).reversed())
            .thenComparing(found -> found.detection.name());

    /** How many principals and accounts are told apart: beyond it the figure is a lower bound. */
    static final int MOST_NAMES = 100_000;

    private static final int SHOWN_ROWS = 20;

    /** The length of {@code 2026-10-07T12:4}. */
    private static final int TEN_MINUTES = 15;

    /** What people see of an event; programs get all columns. */
    private static final List<String> EVENT =
            List.of("eventtime", "action", "principal", "target", "sourceipaddress", "outcome");

    /** What only programs see of a correlation. */
    private static final List<String> FOR_PROGRAMS = List.of("event_ids", "last_event");

    private final SavedQuery detection;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final Set<String> principals = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();
    private final SortedMap<String, Long> times = new TreeMap<>();
    private List<ResultColumn> columns = List.of();
    private long count;
    private @Nullable String first;
    private @Nullable String last;

    Findings(SavedQuery detection) {
        this.detection = detection;
    }

    /** One row of the detection. */
    void add(List<ResultColumn> names, @Nullable Object[] values) {
        columns = names;
        count++;
        if (rows.size() < SHOWN_ROWS) {
            rows.add(values.clone());
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                note(names.get(i).name(), value.toString());
            }
        }
    }

    private void note(String column, String value) {
        if (column.equals("eventtime") || column.equals("first_seen")) {
            time(value);
        }
        switch (column) {
            case "principal" -> note(principals, value);
            case "account" -> note(accounts, value);
            case "eventtime", "first_seen", "last_seen" -> {
                first = first == null || value.compareTo(first) < 0 ? value : first;
                last = last == null || value.compareTo(last) > 0 ? value : last;
            }
            default -> {}
        }
    }

    private void time(String time) {
        String begin = time.substring(0, Math.min(TEN_MINUTES, time.length()));
        if (times.size() < MOST_NAMES || times.containsKey(begin)) {
            times.merge(begin, 1L, Long::sum);
        }
    }

    private static void note(Set<String> names, String name) {
        if (names.size() < MOST_NAMES) {
            names.add(name);
        }
    }

    public SavedQuery detection() {
        return detection;
    }

    public Level level() {
        return detection.detection().map(Detection::level).orElse(Level.INFORMATIONAL);
    }

    public long count() {
        return count;
    }

    public Optional<String> first() {
        return Optional.ofNullable(first);
    }

    public Optional<String> last() {
        return Optional.ofNullable(last);
    }

    public long principals() {
        return principals.size();
    }

    public long accounts() {
        return accounts.size();
    }

    /** How many findings began in each ten minutes, as {@code 2026-10-07T12:4}. */
    public SortedMap<String, Long> times() {
        return times;
    }

    /** The names of the columns that people see. */
    public List<String> shownColumns() {
        boolean events = columns.stream().anyMatch(column -> column.name().equals("detections"));
        return columns.stream()
                .map(ResultColumn::name)
                .filter(name -> events ? EVENT.contains(name) : !FOR_PROGRAMS.contains(name))
                .toList();
    }

    public List<ResultColumn> columns() {
        return columns;
    }

    /** The first rows, for people. */
    public List<@Nullable Object[]> rows() {
        return rows;
    }
}
