package dev.trailwise.setup.check;

import dev.trailwise.aws.trails.BucketState;
import dev.trailwise.aws.trails.LifecycleRule;
import dev.trailwise.aws.trails.TrailConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the log files are kept. */
final class StorageChecks {
    /** Breaches are often found months later. */
    private static final int NEEDED_DAYS = 365;

    private static final String KEY_MATTERS = "with a KMS key, reading the logs takes a second permission";
    private static final String LIFECYCLE_MATTERS =
            "Athena skips objects in Glacier, and deleted ones are gone: queries of those days find nothing";
    private static final String PUBLIC_MATTERS = "logs show accounts, users, addresses and resources to anyone";

    private StorageChecks() {}

    static List<Finding> of(TrailConfiguration trail, BucketState bucket) {
        List<Finding> findings = new ArrayList<>();
        findings.add(encryption(trail));
        findings.add(bucket.lifecycle()
                .fold(
                        rules -> lifecycle(trail, rules),
                        unknown -> Finding.unknown(trail.name(), "lifecycle", unknown, LIFECYCLE_MATTERS)));
        findings.add(bucket.policyPublic()
                .fold(
                        open -> open ? open(trail, Level.WARNING, "public by its policy") : blocked(trail, bucket),
                        unknown -> Finding.unknown(trail.name(), "public access", unknown, PUBLIC_MATTERS)));
        return findings;
    }

    private static Finding encryption(TrailConfiguration trail) {
        return trail.kmsKey()
                .map(key -> Finding.ok(trail.name(), "encryption", "KMS key " + key, KEY_MATTERS))
                .orElseGet(() -> Finding.of(
                        trail.name(),
                        "encryption",
                        Level.NOTE,
                        "S3's own keys (SSE-S3)",
                        KEY_MATTERS,
                        new TrailChange(trail).encrypt()));
    }

    private static Finding lifecycle(TrailConfiguration trail, List<LifecycleRule> rules) {
        List<LifecycleRule> touching = rules.stream()
                .filter(rule -> rule.touches(trail.root()))
                .filter(rule ->
                        rule.archivedAfter().isPresent() || rule.deletedAfter().isPresent())
                .toList();
        if (touching.isEmpty()) {
            return Finding.ok(trail.name(), "lifecycle", "log files stay readable", LIFECYCLE_MATTERS);
        }
        boolean early = touching.stream()
                .anyMatch(rule -> Math.min(
                                rule.archivedAfter().orElse(NEEDED_DAYS),
                                rule.deletedAfter().orElse(NEEDED_DAYS))
                        < NEEDED_DAYS);
        String names = touching.stream().map(StorageChecks::named).collect(Collectors.joining(" and "));
        return Finding.of(
                trail.name(),
                "lifecycle",
                early ? Level.WARNING : Level.NOTE,
                touching.stream().map(StorageChecks::described).collect(Collectors.joining("; ")),
                LIFECYCLE_MATTERS,
                new BucketChange(trail.bucket())
                        .lifecycle(
                                names,
                                "use GLACIER_IR or STANDARD_IA, which Athena reads, and expire after the days that"
                                        + " you query,"));
    }

    private static String described(LifecycleRule rule) {
        List<String> parts = new ArrayList<>();
        rule.archivedAfter().ifPresent(days -> parts.add("Glacier " + after(days)));
        rule.deletedAfter().ifPresent(days -> parts.add("deleted " + after(days)));
        String what = rule.partial() ? "some log files: " : "";
        return what + String.join(", ", parts) + " (" + named(rule) + ")";
    }

    private static String after(int days) {
        return days == 0 ? "from day 0 or a fixed date" : "after " + days + (days == 1 ? " day" : " days");
    }

    private static String named(LifecycleRule rule) {
        return rule.name().isEmpty() ? "the rule for prefix '" + rule.prefix() + "'" : "rule '" + rule.name() + "'";
    }

    private static Finding blocked(TrailConfiguration trail, BucketState bucket) {
        return bucket.publicBlocked()
                .fold(
                        blocked -> blocked
                                ? Finding.ok(trail.name(), "public access", "blocked", PUBLIC_MATTERS)
                                : open(trail, Level.NOTE, "not public, but not blocked by the bucket either"),
                        unknown -> Finding.unknown(trail.name(), "public access", unknown, PUBLIC_MATTERS));
    }

    private static Finding open(TrailConfiguration trail, Level level, String found) {
        return Finding.of(
                trail.name(),
                "public access",
                level,
                found,
                PUBLIC_MATTERS,
                new BucketChange(trail.bucket()).blockPublicAccess());
    }
}
