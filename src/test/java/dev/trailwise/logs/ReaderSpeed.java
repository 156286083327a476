package dev.trailwise.logs;

import dev.trailwise.table.Tables;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Times the reader over a folder, by hand: {@code ReaderSpeed FOLDER all|LEAF,… [THREADS]}. */
final class ReaderSpeed {
    private ReaderSpeed() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        Leaves leaves = Leaves.of(Tables.EVENTS);
        int[] wanted = args[1].equals("all")
                ? IntStream.range(0, leaves.all().size()).toArray()
                : Arrays.stream(args[1].split(",")).mapToInt(leaves::index).toArray();
        int threads = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        DuplicateCounter repeats = new DuplicateCounter(1 << 24);

        long start = System.nanoTime();
        List<LogFile> files = LogFiles.find(Path.of(args[0])).files();
        long found = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        AtomicLong events = new AtomicLong();
        AtomicLong text = new AtomicLong();
        AtomicLong cpu = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            running.add(pool.submit(() -> {
                byte[][] @Nullable [] columns = new byte[wanted.length][2048][];
                try (EventReader reader = new EventReader(leaves, wanted, Tables.EVENTS.kind(), repeats)) {
                    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                        reader.open(files.get(i));
                        while (!reader.ended()) {
                            reader.fill(columns, 0, 2048);
                        }
                        FileReport report = reader.report();
                        events.addAndGet(report.events());
                        text.addAndGet(report.size());
                    }
                }
                cpu.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        pool.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d files, %d events, %.0f MB of text in %.2f s (finding them %.2f; %.2f s of CPU without the JIT's): %.0f events/s, %.0f MB/s, repeats %s%n",
                files.size(),
                events.get(),
                text.get() / 1e6,
                seconds,
                (found - start) / 1e9,
                cpu.get() / 1e9,
                events.get() / seconds,
                text.get() / 1e6 / seconds,
                repeats.count());
    }
}
