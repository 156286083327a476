package dev.trailwise.logs;

import dev.trailwise.engine.Utf8;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wanted values of the events of one kind, file after file. One reader serves one thread and keeps its
 * buffers from file to file. Bad content never throws: it is in the {@link #report}, and the events before it
 * count.
 *
 * <pre>{@code
 * reader.open(file);
 * while (!reader.ended()) {
 *     int rows = reader.fill(columns, 0, 2048);
 *     …
 * }
 * FileReport report = reader.report();
 * }</pre>
 */
public final class EventReader implements AutoCloseable {
    private final LogKind kind;
    private final Values values;
    private final Plan plan;
    private final EventStream stream;
    private final EventKind kinds;
    private final Origin origin;
    private final DuplicateCounter.@Nullable Reader repeats;
    private final Limits limits;

    private @Nullable LogFile file;
    private LogKind folder = LogKind.EVENTS;
    private long events;
    private long others;
    private long oddTimes;
    private long oldest;
    private long newest;
    private long chunk;
    private boolean skip;
    private boolean ended;

    /**
     * A reader of some leaves of a table.
     *
     * @param wanted the leaves by their {@link Leaves#index}; their order is that of the columns
     * @param kind which events
     */
    public EventReader(Leaves leaves, int[] wanted, LogKind kind) {
        this(leaves, wanted, kind, null);
    }

    /**
     * A reader that also counts repeated events.
     *
     * @param repeats shared by the readers of all threads; nothing is counted without
     */
    public EventReader(Leaves leaves, int[] wanted, LogKind kind, @Nullable DuplicateCounter repeats) {
        this(leaves, wanted, kind, repeats, Limits.DEFAULT);
    }

    EventReader(Leaves leaves, int[] wanted, LogKind kind, @Nullable DuplicateCounter repeats, Limits limits) {
        this.kind = kind;
        this.repeats = repeats == null ? null : repeats.reader();
        this.limits = limits;
        plan = new Plan(leaves, wanted);
        values = new Values(leaves, wanted, plan);
        stream = new EventStream(plan, limits);
        kinds = new EventKind(plan);
        origin = new Origin(plan);
    }

    /** Begins a file. */
    public void open(LogFile next) {
        shut();
        file = next;
        folder = next.key().map(LogKey::kind).orElse(LogKind.EVENTS);
        events = 0;
        others = 0;
        oddTimes = 0;
        oldest = Long.MAX_VALUE;
        newest = EventTime.NONE;
        ended = false;
        origin.begin(next.key());
        // Digests hold no events, and their place says that they are digests.
        skip = folder == LogKind.DIGEST;
        if (!skip) {
            stream.open(next.path());
        }
    }

    /**
     * Reads the next events. A row of 0 begins a chunk; a chunk is full, too, once its values come to some megabytes,
     * so that memory does not grow with the size of events.
     *
     * @param columns for each wanted leaf the rows' values: UTF-8 bytes, null for NULL
     * @param row the first row to fill
     * @param limit the row to stop before
     * @param filter tells which events are wanted
     * @return the rows filled; when they are fewer than asked for, the file has {@link #ended}, the chunk is {@link
     *     #full}, or many events were not wanted
     */
    public int fill(byte[][] @Nullable [] columns, int row, int limit, Predicate<EventReader> filter) {
        if (row == 0) {
            chunk = 0;
        }
        int at = row;
        for (int read = row; read < limit && !full() && next(); read++) {
            if (filter.test(this)) {
                take(columns, at++);
            }
        }
        return at - row;
    }

    /** All events of the file that is open. */
    public int fill(byte[][] @Nullable [] columns, int row, int limit) {
        return fill(columns, row, limit, event -> true);
    }

    /** How many events of the file were read, wanted or not. */
    public long events() {
        return events;
    }

    /** Moves to the next event; false at the end of the file. */
    public boolean next() {
        while (!ended) {
            if (skip || !stream.next()) {
                ended = true;
                shut();
            } else if (kinds.of(stream.event(), folder) != kind) {
                others++;
            } else {
                events++;
                look(stream.event());
                values.begin(stream.event());
                return true;
            }
        }
        return false;
    }

    /** A wanted value of the event that {@link #next} moved to; null for NULL. It must be used before the next event. */
    public @Nullable Utf8 value(int k) {
        return values.find(k, origin) ? new Utf8(values.bytes(), values.from(), values.to()) : null;
    }

    /** Whether it has come to the end of the file. */
    public boolean ended() {
        return ended;
    }

    /** Whether the chunk has as many bytes of values as it may hold, and must be taken before more is read. */
    public boolean full() {
        return chunk >= limits.chunk();
    }

    private void take(byte[][] @Nullable [] columns, int row) {
        for (int k = 0; k < columns.length; k++) {
            byte[] value = values.find(k, origin) ? values.copy() : null;
            columns[k][row] = value;
            chunk += value == null ? 0 : value.length;
        }
    }

    private void look(Slicer event) {
        long time = EventTime.of(event, plan.time);
        if (time != EventTime.NONE) {
            oldest = Math.min(oldest, time);
            newest = Math.max(newest, time);
        } else {
            oddTimes++;
        }
        origin.see(event);
        if (repeats != null && event.has(plan.eventId)) {
            repeats.see(event.bytes, event.from[plan.eventId], event.to[plan.eventId]);
        }
    }

    /** The bytes of the file, as it is on disk, that were read so far. */
    public long consumed() {
        return skip ? 0 : stream.text().consumed();
    }

    /** What was found in the file, once {@link #fill} has come to its end. */
    public FileReport report() {
        LogFile read = file;
        if (read == null) {
            throw new IllegalStateException("no file was opened");
        }
        return new FileReport(
                read,
                events,
                others,
                oddTimes,
                events == 0 || newest == EventTime.NONE ? Optional.empty() : EventTime.instant(oldest),
                EventTime.instant(newest),
                origin.accounts(),
                origin.regions(),
                origin.days(),
                skip || (stream.digest() && events + others == 0),
                skip ? 0 : stream.text().size(),
                skip ? Optional.empty() : problems().of(read.path().toString(), events));
    }

    private Problems problems() {
        Problems problems = stream.problems();
        if (problems.isEmpty() && stream.isForeign()) {
            problems.add("no CloudTrail events in this JSON", 0);
        }
        return problems;
    }

    private void shut() {
        try {
            stream.shut();
        } catch (IOException e) {
            stream.problems()
                    .add("cannot be closed: " + e.getMessage(), stream.text().size());
        }
    }

    @Override
    public void close() {
        if (repeats != null) {
            repeats.finish();
        }
        try {
            stream.close();
        } catch (IOException e) {
            stream.problems()
                    .add("cannot be closed: " + e.getMessage(), stream.text().size());
        }
    }
}
