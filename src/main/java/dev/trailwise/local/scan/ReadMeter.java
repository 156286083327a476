package dev.trailwise.local.scan;

import dev.trailwise.cost.Bytes;
import dev.trailwise.engine.ReadListener;
import dev.trailwise.logs.LogFile;
import java.util.LongSummaryStatistics;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Counts what is read of the files of a query or a build, on all threads. */
public final class ReadMeter {
    private final Bytes total;
    private final long ofFiles;
    private final ReadListener listener;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong files = new AtomicLong();

    /** @param files all files that will be read */
    public ReadMeter(Stream<LogFile> files, ReadListener listener) {
        LongSummaryStatistics sizes = files.mapToLong(LogFile::size).summaryStatistics();
        this.total = new Bytes(sizes.getSum());
        this.ofFiles = sizes.getCount();
        this.listener = listener;
    }

    /**
     * Adds what was read since the last call. A file that grows while it is read does not count beyond its size.
     *
     * @param ended whether the file was read to its end
     */
    void add(long moreBytes, boolean ended) {
        Bytes read = new Bytes(Math.min(bytes.addAndGet(moreBytes), total.count()));
        listener.read(read, total, ended ? files.incrementAndGet() : files.get(), ofFiles);
    }
}
