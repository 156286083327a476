package dev.trailwise.local.scan;

import dev.trailwise.engine.RowSink;
import dev.trailwise.engine.RowText;
import dev.trailwise.logs.EventReader;
import dev.trailwise.sql.scan.Projection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of a {@link Projection} that become text where the events were read, on several threads, in no order. */
public final class TextScan {
    /** After so many events progress is shown, and a stop is noticed. */
    private static final int MOST_EVENTS = 2048;

    private final LogScan scan;
    private final int[] columns;
    private final EventFilter filter;

    private TextScan(LogScan scan, int[] columns, EventFilter filter) {
        this.scan = scan;
        this.columns = columns;
        this.filter = filter;
    }

    /** One over the files of a scan; nothing when a column is not a text that is in the log as it is. */
    public static Optional<TextScan> of(Projection projection, LogScan scan) {
        EventFilter filter = EventFilter.of(projection.conditions(), scan.leaves());
        return scan.leaves()
                .texts(projection.columns())
                .filter(columns -> filter.decides(projection.conditions()))
                .map(columns -> new TextScan(scan, columns, filter));
    }

    /**
     * Reads all files, or until the scan is stopped.
     *
     * @param texts makes the text, one for each thread
     * @param sink takes it
     * @param begin called before text reaches the sink
     * @return how many rows the sink was given
     */
    public long run(int threads, ReadMeter meter, Supplier<RowText> texts, RowSink sink, Runnable begin) {
        LogScan.Pass pass = scan.pass();
        Written written = new Written(sink, begin);
        List<Worker> workers = IntStream.range(0, threads)
                .mapToObj(k -> new Worker(pass, meter, texts.get(), written))
                .toList();
        workers.forEach(Thread::start);
        for (Worker worker : workers) {
            join(worker);
        }
        return written.count();
    }

    private void join(Worker worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException stop) {
                interrupted = true;
                scan.stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sink, for one thread at a time. */
    private static final class Written {
        private final RowSink sink;
        private final Runnable begin;
        private @Nullable Throwable failure;
        private long count;

        Written(RowSink sink, Runnable begin) {
            this.sink = sink;
            this.begin = begin;
        }

        synchronized void rows(byte[] text, long rows) {
            if (failure == null) {
                begin.run();
                sink.rows(text, rows);
                count += rows;
            }
        }

        synchronized void failed(Throwable reason) {
            if (failure == null) {
                failure = reason;
            }
        }

        /** Of all rows, once every thread has ended. */
        synchronized long count() {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            return count;
        }
    }

    /** One thread's share. */
    private final class Worker extends Thread {
        private final LogScan.Pass pass;
        private final ReadMeter meter;
        private final RowText text;
        private final Written written;
        private final @Nullable Object[] row = new @Nullable Object[columns.length];
        private final Predicate<EventReader> wanted = filter.after(columns.length);
        private long rows;

        Worker(LogScan.Pass pass, ReadMeter meter, RowText text, Written written) {
            super("trailwise-text");
            this.pass = pass;
            this.meter = meter;
            this.text = text;
            this.written = written;
            setDaemon(true);
        }

        @Override
        public void run() {
            try (ScanCursor files = new ScanCursor(pass, filter.added(columns), meter)) {
                while (files.open()) {
                    read(files.events());
                    files.read();
                }
                if (rows > 0) {
                    pass();
                }
            } catch (RuntimeException | Error failure) {
                written.failed(failure);
                scan.stop();
            }
        }

        private void pass() {
            written.rows(text.take(), rows);
            rows = 0;
        }

        /** Reads some events: until the text is full, which is then passed on, or the file has ended. */
        private void read(EventReader events) {
            for (int read = 0; read < MOST_EVENTS && events.next(); read++) {
                if (wanted.test(events)) {
                    for (int k = 0; k < row.length; k++) {
                        row[k] = events.value(k);
                    }
                    text.row(row);
                    rows++;
                    if (text.full()) {
                        pass();
                        break;
                    }
                }
            }
        }
    }
}
