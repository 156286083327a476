package dev.trailwise.local.store;

import dev.trailwise.local.read.FileReport;
import dev.trailwise.local.read.LogFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the log files that are there now are in which segment. A file belongs to the lowest segment that holds it as
 * it is now, by path, size and modification time; so that two writers could never make it count twice.
 */
public final class Holdings {
    private final Map<Path, Held> held = new HashMap<>();
    private final Map<Segment, List<Long>> stale = new HashMap<>();

    /**
     * Matches segments with files.
     *
     * @param segments lowest first
     * @param root the folder of logs, as the paths of the files have it
     * @param files every file that is there
     */
    public Holdings(List<Segment> segments, Path root, List<LogFile> files) {
        Map<String, LogFile> present = new HashMap<>();
        if (!segments.isEmpty()) {
            files.forEach(file -> present.put(relative(root, file.path()), file));
        }
        for (Segment segment : segments) {
            claim(segment, present);
        }
    }

    private void claim(Segment segment, Map<String, LogFile> unclaimed) {
        List<Long> others = new ArrayList<>();
        List<StoredFile> files = segment.manifest().files();
        for (int i = 0; i < files.size(); i++) {
            StoredFile stored = files.get(i);
            LogFile file = unclaimed.get(stored.path());
            if (file != null && stored.is(file)) {
                unclaimed.remove(stored.path());
                held.put(file.path(), new Held(segment, segment.ordinal(i), stored.report(file)));
            } else {
                others.add(segment.ordinal(i));
            }
        }
        stale.put(segment, others);
    }

    /** Where the events of a file are. */
    public Optional<Held> find(LogFile file) {
        return Optional.ofNullable(held.get(file.path()));
    }

    /** The files of a segment that are not there any more, have changed, or belong to a lower one; in order. */
    public List<Long> stale(Segment segment) {
        return stale.getOrDefault(segment, List.of());
    }

    /** The path of a log file as manifests have it: below the folder, with forward slashes. */
    public static String relative(Path root, Path file) {
        String base = root.toString();
        String path = file.toString();
        String below = path.startsWith(base) ? path.substring(base.length()) : path;
        return below.replace('\\', '/');
    }

    /**
     * A file in a segment.
     *
     * @param segment which
     * @param ordinal its number in the column {@code file}
     * @param report what was found in it
     */
    public record Held(Segment segment, long ordinal, FileReport report) {}
}
