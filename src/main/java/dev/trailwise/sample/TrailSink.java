package dev.trailwise.sample;

import java.io.IOException;
import java.time.Instant;

/** Where the files of a made-up trail go: a folder, or a bucket. */
@FunctionalInterface
public interface TrailSink {
    /**
     * Takes a file.
     *
     * @param key the S3 key, with forward slashes
     * @param delivered when CloudTrail would have written it
     * @param gzip the file's bytes
     */
    void accept(String key, Instant delivered, byte[] gzip) throws IOException;
}
