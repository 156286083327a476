package dev.trailwise.local;

import dev.trailwise.local.store.Segment;
import dev.trailwise.logs.LogFile;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a build of the store would do: write the files that are in no segment yet, in the order of their days, so that a
 * question of a few days reads a few row groups.
 *
 * @param files the files to write, with those of the segments to replace
 * @param replaced segments of which so little is still of use, or that are so small, that writing their files again
 *     keeps the store in few pieces
 * @param worthwhile whether later questions would be answered sooner by more than the trouble of the build
 */
record BuildPlan(List<LogFile> files, List<Segment> replaced, boolean worthwhile) {
    /** Reading as much as this from the files costs a question about a tenth of a second. */
    private static final long WORTHWHILE_BYTES = 8_000_000;

    private static final int WORTHWHILE_FILES = 1_000;

    /** About two million events, and a minute at most. */
    private static final long SEGMENT_BYTES = 512_000_000;

    /** With more gaps than these, a filter costs more than it saves. */
    private static final int MOST_GAPS = 100;

    private static final Comparator<LogFile> BY_DAY =
            Comparator.comparing(BuildPlan::day).thenComparing(LogFile::path);
    private static final LogDay NO_DAY = new LogDay(LocalDate.EPOCH);

    /** The files in the scope that are not in the store. */
    static BuildPlan of(Inventory inventory, Scope scope) {
        List<LogFile> files = new ArrayList<>(inventory.wanted(StoreFormat.TABLE, scope).stream()
                .filter(file -> inventory.segmentIndex().find(file).isEmpty())
                .toList());
        long bytes = bytes(files);
        boolean worthwhile = files.size() >= WORTHWHILE_FILES || bytes >= WORTHWHILE_BYTES;
        List<Segment> replaced = new ArrayList<>();
        for (Segment segment : inventory.segments()) {
            List<LogFile> live = inventory.segmentIndex().live(segment);
            boolean small = bytes(live) < Math.min(bytes, SEGMENT_BYTES / 2);
            if (live.isEmpty() || small || gaps(inventory, segment) > MOST_GAPS) {
                replaced.add(segment);
                files.addAll(live);
            }
        }
        files.sort(BY_DAY);
        return new BuildPlan(List.copyOf(files), List.copyOf(replaced), worthwhile);
    }

    /** The files in parts of the size of a segment. */
    List<List<LogFile>> parts() {
        List<List<LogFile>> parts = new ArrayList<>();
        int start = 0;
        long bytes = 0;
        for (int k = 0; k < files.size(); k++) {
            bytes += files.get(k).size();
            if (bytes >= SEGMENT_BYTES || k == files.size() - 1) {
                parts.add(files.subList(start, k + 1));
                start = k + 1;
                bytes = 0;
            }
        }
        return parts;
    }

    private static int gaps(Inventory inventory, Segment segment) {
        return Ranges.of(inventory.segmentIndex().stale(segment)).size();
    }

    private static long bytes(List<LogFile> files) {
        return files.stream().mapToLong(LogFile::size).sum();
    }

    private static LogDay day(LogFile file) {
        return file.key().map(key -> key.partition().day()).orElse(NO_DAY);
    }
}
