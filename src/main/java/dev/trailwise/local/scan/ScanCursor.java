package dev.trailwise.local.scan;

import dev.trailwise.logs.EventReader;

/** One thread's way through the files of a scan: takes the next file as it is done with one, and tells what was read. */
final class ScanCursor implements AutoCloseable {
    private static final int NONE = -1;

    private final LogScan.Pass pass;
    private final EventReader events;
    private final ReadMeter meter;
    private int file = NONE;
    private long metered;

    /** @param leaves the values to read, by their place among {@link LogScan#leaves} */
    ScanCursor(LogScan.Pass pass, int[] leaves, ReadMeter meter) {
        this.pass = pass;
        this.events = pass.reader(leaves);
        this.meter = meter;
    }

    /** Reads the file that is open. */
    EventReader events() {
        return events;
    }

    /** Opens the next file if none is open; false when no file is left, or the reading is to end. */
    boolean open() {
        if (pass.scan().stopped()) {
            return false;
        }
        if (file == NONE) {
            file = pass.take();
            if (file != NONE) {
                events.open(pass.scan().files().get(file));
            }
        }
        return file != NONE;
    }

    /** The number of the file that is open. */
    long ordinal() {
        return pass.scan().ordinal(file);
    }

    /** Called after some events of the file were read: tells the meter, and of the file when it has ended. */
    void read() {
        if (pass.isFirst()) { // files that are read again count once
            long size = pass.scan().files().get(file).size();
            long read = events.ended() ? size : Math.min(size, events.consumed());
            meter.add(read - metered, events.ended());
            metered = events.ended() ? 0 : read;
        }
        if (events.ended()) {
            pass.scan().report(file, events.report(), true);
            file = NONE;
        }
    }

    /** A file is still open when the query was satisfied before its end. */
    @Override
    public void close() {
        if (file != NONE) {
            pass.scan().report(file, events.report(), false);
        }
        events.close();
    }
}
