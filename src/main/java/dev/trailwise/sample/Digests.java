package dev.trailwise.sample;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKey;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Digest files of one hour: lists of the log files that were delivered in it, with their hashes, but not signed.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html">CloudTrail
 *     digest file structure</a>
 */
final class Digests {
    private static final Instant START = Instant.parse("2026-10-07T02:10:07Z");
    private static final Instant END = Instant.parse("2026-10-07T03:10:07Z");
    private static final String BUCKET = "example-org-cloudtrail-logs";

    private Digests() {}

    /** One digest for each account, in the trail's home Region. */
    static List<GeneratedFile> of(List<GeneratedFile> files, List<AccountId> accounts, TrailLayout layout) {
        return accounts.stream().map(account -> digest(account, files, layout)).toList();
    }

    private static GeneratedFile digest(AccountId account, List<GeneratedFile> files, TrailLayout layout) {
        Partition partition = new Partition(account, Region.US_EAST_1, LogDay.of(END));
        String key = layout.of(LogKind.DIGEST).prefix(partition) + account
                + "_CloudTrail-Digest_us-east-1_organization-trail_us-east-1_20261007T031007Z.json.gz";
        String listed = files.stream()
                .filter(file ->
                        file.delivered().isAfter(START) && !file.delivered().isAfter(END))
                .filter(file -> belongs(file, account))
                .map(Digests::entry)
                .collect(Collectors.joining(","));
        String json = "{\"awsAccountId\":\"" + account + "\",\"digestStartTime\":\"" + START
                + "\",\"digestEndTime\":\"" + END + "\",\"digestS3Bucket\":\"" + BUCKET
                + "\",\"digestS3Object\":\"" + key
                + "\",\"digestPublicKeyFingerprint\":\"0123456789abcdef0123456789abcdef\""
                + ",\"digestSignatureAlgorithm\":\"SHA256withRSA\",\"newestEventTime\":\"" + END
                + "\",\"oldestEventTime\":\"" + START
                + "\",\"previousDigestS3Bucket\":null,\"previousDigestS3Object\":null"
                + ",\"previousDigestHashValue\":null,\"previousDigestHashAlgorithm\":null"
                + ",\"previousDigestSignature\":null,\"logFiles\":[" + listed + "]}";
        return new GeneratedFile(key, END.plusSeconds(300), json);
    }

    private static boolean belongs(GeneratedFile file, AccountId account) {
        return LogKey.parse(file.key())
                .filter(key -> key.kind() == LogKind.EVENTS)
                .filter(key -> key.partition().account().equals(account))
                .filter(key -> key.partition().region().equals(Region.US_EAST_1))
                .isPresent();
    }

    private static String entry(GeneratedFile file) {
        return "{\"s3Bucket\":\"" + BUCKET + "\",\"s3Object\":\"" + file.key() + "\",\"hashValue\":\""
                + sha256(file.json()) + "\",\"hashAlgorithm\":\"SHA-256\",\"newestEventTime\":\""
                + file.delivered().minusSeconds(300) + "\",\"oldestEventTime\":\""
                + file.delivered().minusSeconds(900) + "\"}";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
