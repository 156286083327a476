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
import org.jspecify.annotations.Nullable;

/** What one detection found: figures of all of it, and the first rows. */
final class Findings {
    /** The most severe first, then those with the most findings. */
    static final Comparator<Findings> BY_LEVEL = Comparator.comparing(Findings::level)
            .reversed()
            .thenComparing(Comparator.comparingLong(Findings::count).reversed())
            .thenComparing(found -> found.detection.name());

    /** How many principals and accounts are told apart: beyond it the figure is a lower bound. */
    static final int MOST_NAMES = 100_000;

    private static final int SHOWN_ROWS = 20;

    private final SavedQuery detection;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final Set<String> principals = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();
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

    private static void note(Set<String> names, String name) {
        if (names.size() < MOST_NAMES) {
            names.add(name);
        }
    }

    SavedQuery detection() {
        return detection;
    }

    Level level() {
        return detection.detection().map(Detection::level).orElse(Level.INFORMATIONAL);
    }

    long count() {
        return count;
    }

    Optional<String> first() {
        return Optional.ofNullable(first);
    }

    Optional<String> last() {
        return Optional.ofNullable(last);
    }

    long principals() {
        return principals.size();
    }

    long accounts() {
        return accounts.size();
    }

    List<ResultColumn> columns() {
        return columns;
    }

    /** The first rows, for people. */
    List<@Nullable Object[]> rows() {
        return rows;
    }
}
