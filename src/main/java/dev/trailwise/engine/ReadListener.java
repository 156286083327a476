package dev.trailwise.engine;

import dev.trailwise.cost.Bytes;

/** Receives how far the reading of log files is. Called from several threads, several times a second. */
public interface ReadListener {
    /** Ignores it. */
    ReadListener NONE = (read, total, files, ofFiles) -> {};

    /**
     * So far.
     *
     * @param read bytes of the files that were read
     * @param total bytes of all files to read
     * @param files files that were read to their end
     * @param ofFiles all files to read
     */
    void read(Bytes read, Bytes total, long files, long ofFiles);
}
