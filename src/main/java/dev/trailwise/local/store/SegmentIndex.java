package dev.trailwise.local.store;

import dev.trailwise.logs.FileReport;
import dev.trailwise.logs.LogFile;
import dev.trailwise.logs.LogFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The segment of each current log file. A file belongs to the lowest segment that has it as
 * it is now, by path, size and modification time; so that two writers could never make it count twice.
 */
public final class SegmentIndex {
    private final IdentityHashMap<LogFile, StoredLog> held = new IdentityHashMap<>();
    private final Map<Segment, List<LogFile>> live = new HashMap<>();
    private final Map<Segment, List<Long>> stale = new HashMap<>();

    /**
     * Matches segments with files.
     *
     * @param segments lowest first
     * @param root the folder of logs, as the paths of the files have it
     * @param files every file that is there; they are known again by identity
     */
    public SegmentIndex(List<Segment> segments, Path root, List<LogFile> files) {
        if (segments.isEmpty()) {
            return;
        }
        List<Present> present = new ArrayList<>(files.size());
        String base = root.toString();
        for (LogFile file : files) {
            present.add(new Present(base, LogFiles.slashed(file.path()), file));
        }
        present.sort((one, other) -> one.path().compareTo(other.path()));
        segments.forEach(segment -> claim(segment, present));
    }

    /** Both lists are in the order of their paths, so one walk finds the pairs. */
    private void claim(Segment segment, List<Present> present) {
        List<LogFile> claimed = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        int at = 0;
        for (StoredFile stored : segment.manifest().files()) {
            while (at < present.size() && present.get(at).isBefore(stored)) {
                at++;
            }
            if (at < present.size()
                    && present.get(at).is(stored)
                    && !held.containsKey(present.get(at).file())) {
                LogFile file = present.get(at).file();
                claimed.add(file);
                held.put(file, new StoredLog(segment, file, stored));
            } else {
                others.add(segment.ordinal(stored.index()));
            }
        }
        others.sort(Comparator.naturalOrder());
        live.put(segment, claimed);
        stale.put(segment, others);
    }

    /** Where the events of a file are. */
    public Optional<StoredLog> find(LogFile file) {
        return Optional.ofNullable(held.get(file));
    }

    /** The segments that hold some of these files. */
    public Set<Segment> segments(List<LogFile> files) {
        Set<Segment> segments = new LinkedHashSet<>();
        for (LogFile file : files) {
            find(file).ifPresent(found -> segments.add(found.segment()));
        }
        return segments;
    }

    /** The files that belong to a segment. */
    public List<LogFile> live(Segment segment) {
        return live.getOrDefault(segment, List.of());
    }

    /**
     * The ordinals in a segment of files that are not there any more, have changed, or belong to a lower segment; in
     * order.
     */
    public List<Long> stale(Segment segment) {
        return stale.getOrDefault(segment, List.of());
    }

    /** The path of a log file as manifests have it: below the folder, with forward slashes. */
    public static String relative(Path root, Path file) {
        return below(root.toString(), LogFiles.slashed(file));
    }

    private static String below(String root, String path) {
        return path.startsWith(root) ? path.substring(root.length()) : path;
    }

    /**
     * A file that is there.
     *
     * @param root the folder of logs, whose name all paths begin with
     * @param path its whole path, with forward slashes
     */
    private record Present(String root, String path, LogFile file) {
        boolean is(StoredFile stored) {
            return isAt(stored.path()) && stored.is(file);
        }

        boolean isBefore(StoredFile stored) {
            return !isAt(stored.path()) && below(root, path).compareTo(stored.path()) < 0;
        }

        /** Called for every file, so it makes no string. */
        private boolean isAt(String below) {
            return path.length() == root.length() + below.length() && path.startsWith(root) && path.endsWith(below);
        }
    }

    /**
     * A file in a segment.
     *
     * @param segment which
     * @param file the file as it is there
     * @param stored the file as the segment has it, which is the same
     */
    public record StoredLog(Segment segment, LogFile file, StoredFile stored) {
        /** Its number in the column {@code file}. */
        public long ordinal() {
            return segment.ordinal(stored.index());
        }

        /** What was found in it when it was read. */
        public FileReport report() {
            return stored.report(file);
        }
    }
}
