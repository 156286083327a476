package dev.trailwise.sample;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A file of a made-up trail, not yet compressed.
 *
 * @param key its S3 key
 * @param delivered when CloudTrail would have written it
 * @param json what is in it
 */
record GeneratedFile(String key, Instant delivered, String json) {
    private static final DateTimeFormatter NAME_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT);

    /** A file of records, at the key that CloudTrail would give it. */
    static GeneratedFile of(
            TrailLayout layout,
            AccountId account,
            Region region,
            Instant delivered,
            SeededRandom unique,
            List<String> records) {
        LogKind kind = layout.kind();
        StringBuilder key = new StringBuilder(layout.prefix(new Partition(account, region, LogDay.of(delivered))))
                .append(account + "_" + kind.folder() + "_" + region + "_")
                .append(NAME_TIME.format(delivered.atOffset(ZoneOffset.UTC)))
                .append('_');
        unique.letters(key, SeededRandom.ALPHANUMERIC, 16);
        return new GeneratedFile(
                key.append(".json.gz").toString(), delivered, "{\"Records\":[" + String.join(",", records) + "]}");
    }

    byte[] gzip() {
        return Gzip.compress(json.getBytes(StandardCharsets.UTF_8));
    }
}
