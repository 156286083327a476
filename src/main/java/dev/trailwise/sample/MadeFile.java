package dev.trailwise.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A file of a made-up trail, not yet compressed.
 *
 * @param key its S3 key
 * @param delivered when CloudTrail would have written it
 * @param json what is in it
 */
record MadeFile(String key, Instant delivered, String json) {
    byte[] gzip() {
        return Gzip.compress(json.getBytes(StandardCharsets.UTF_8));
    }
}
