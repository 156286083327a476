package dev.trailwise.local.scan;

import dev.trailwise.logs.DuplicateCounter;
import dev.trailwise.logs.EventReader;
import dev.trailwise.logs.FileReport;
import dev.trailwise.logs.Leaves;
import dev.trailwise.logs.LogFile;
import dev.trailwise.sql.scan.TextCondition;
import dev.trailwise.trail.LogKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log files that a table is read from, and what was found in each. DuckDB reads them once for each place where the
 * question names the table; the reports are of files, so each counts once.
 */
public final class LogScan {
    /** What an event takes in a compressed file, about; only to tell DuckDB how much is to come. */
    private static final long BYTES_PER_EVENT = 260;

    /** Beyond this, repeats are not counted: their ids would take more memory than the question does. */
    private static final long MOST_EVENT_IDS = 4_000_000;

    private final Leaves leaves;
    private final LogKind kind;
    private final List<LogFile> files;
    private final long firstOrdinal;
    private final AtomicReferenceArray<@Nullable FileReport> reports;
    private final @Nullable DuplicateCounter duplicates;
    private final EventFilter filter;
    private final AtomicBoolean counted = new AtomicBoolean();
    private volatile @Nullable RuntimeException bug;
    private volatile boolean partly;
    private volatile boolean stopped;

    private LogScan(
            Leaves leaves,
            LogKind kind,
            List<LogFile> files,
            long firstOrdinal,
            @Nullable DuplicateCounter duplicates,
            List<TextCondition> conditions) {
        this.leaves = leaves;
        this.kind = kind;
        this.files = List.copyOf(files);
        this.firstOrdinal = firstOrdinal;
        this.duplicates = duplicates;
        this.filter = EventFilter.of(conditions, leaves);
        this.reports = new AtomicReferenceArray<>(files.size());
    }

    /**
     * The files for a question; tells how many of their events are repeats.
     *
     * @param conditions events that fail one are read and counted, but not passed on
     */
    public static LogScan toAnswer(Leaves leaves, LogKind kind, List<LogFile> files, List<TextCondition> conditions) {
        return new LogScan(leaves, kind, files, 0, new DuplicateCounter(MOST_EVENT_IDS), conditions);
    }

    /**
     * The files for a segment, which finds its repeats afterwards.
     *
     * @param firstOrdinal the number of the first of the files; the others follow
     */
    public static LogScan toStore(Leaves leaves, LogKind kind, List<LogFile> files, long firstOrdinal) {
        return new LogScan(leaves, kind, files, firstOrdinal, null, List.of());
    }

    Leaves leaves() {
        return leaves;
    }

    EventFilter filter() {
        return filter;
    }

    public List<LogFile> files() {
        return files;
    }

    public long ordinal(int index) {
        return firstOrdinal + index;
    }

    long estimatedEvents() {
        return files.stream().mapToLong(LogFile::size).sum() / BYTES_PER_EVENT;
    }

    /** One reading of all files; the first of them counts the repeated events. */
    Pass pass() {
        return new Pass(this, !counted.getAndSet(true));
    }

    /** How many events repeat another one; empty when they were not all read, or it was not asked. */
    public OptionalLong duplicates() {
        return duplicates != null && !partly && IntStream.range(0, files.size()).allMatch(k -> reports.get(k) != null)
                ? duplicates.count()
                : OptionalLong.empty();
    }

    /**
     * Takes what was found in a file.
     *
     * @param whole whether it was read to its end, or to where it cannot be read
     */
    void report(int index, FileReport report, boolean whole) {
        if (whole) {
            reports.set(index, report);
        } else {
            reports.compareAndSet(index, null, report);
            partly = true;
        }
    }

    /** What was found in a file; nothing when the question was satisfied without it. */
    public Optional<FileReport> report(int index) {
        return Optional.ofNullable(reports.get(index));
    }

    /** What was found in each file that was read. */
    public Stream<FileReport> reports() {
        return IntStream.range(0, files.size()).mapToObj(reports::get).filter(Objects::nonNull);
    }

    /** Keeps what broke the reading: DuckDB would tell it as text. */
    void broke(RuntimeException e) {
        bug = e;
    }

    public Optional<RuntimeException> bug() {
        return Optional.ofNullable(bug);
    }

    /** Ends the reading soon, from any thread. */
    public void stop() {
        stopped = true;
    }

    public boolean stopped() {
        return stopped;
    }

    /** One reading of the files, on several threads. */
    static final class Pass {
        private final LogScan scan;
        private final @Nullable DuplicateCounter duplicates;
        private final boolean first;
        private final AtomicInteger next = new AtomicInteger();

        private Pass(LogScan scan, boolean first) {
            this.scan = scan;
            this.first = first;
            this.duplicates = first ? scan.duplicates : null;
        }

        LogScan scan() {
            return scan;
        }

        /** Whether it is the first reading of the files. */
        boolean isFirst() {
            return first;
        }

        /** A reader of some leaves; one a thread. */
        EventReader reader(int[] wanted) {
            return new EventReader(scan.leaves, wanted, scan.kind, duplicates);
        }

        /** The place of the next file that no thread has taken; -1 when no file is left. */
        int take() {
            int taken = next.getAndIncrement();
            return taken < scan.files.size() ? taken : -1;
        }
    }
}
