package dev.trailwise.trail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a trail lays its files out in a bucket. Partition to key prefix and back are exact inverses.
 *
 * @param root the key prefix above the account folders, such as {@code prefix/AWSLogs/o-a1b2c3d4e5/}; ends with a slash
 * @param kind which of the sibling folders
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html">Finding
 *     CloudTrail log files</a>
 */
public record TrailLayout(String root, LogKind kind) {
    private static final String LOGS = "AWSLogs/";
    private static final Pattern BELOW_ROOT = Pattern.compile(
            "([0-9]{12})/(CloudTrail|CloudTrail-[A-Za-z]+)/([a-z0-9-]+)/([0-9]{4})/([0-9]{2})/([0-9]{2})/(?:[^/]*)");

    /** @throws IllegalArgumentException when the root does not end with {@code AWSLogs/} and at most an organization */
    public TrailLayout {
        if (!root.matches("(?:.*/)?AWSLogs/(?:o-[a-z0-9]{1,32}/)?") || root.startsWith("/")) {
            throw new IllegalArgumentException("not the root of a trail: '" + root
                    + "'; it ends with AWSLogs/ or, for an organization trail, AWSLogs/o-a1b2c3d4e5/");
        }
    }

    /**
     * The layout of a trail of one account, or of several that share a bucket.
     *
     * @param prefix the trail's S3 key prefix, empty when it has none; slashes around it do not matter
     */
    public static TrailLayout ofAccounts(String prefix) {
        return new TrailLayout(normalized(prefix) + LOGS, LogKind.EVENTS);
    }

    /**
     * The layout of an organization trail. Control Tower's since landing zone 3.0 has the organization's id as prefix
     * too.
     *
     * @param prefix the trail's S3 key prefix, empty when it has none; slashes around it do not matter
     */
    public static TrailLayout ofOrganization(String prefix, Organization organization) {
        return new TrailLayout(normalized(prefix) + LOGS + organization.id() + "/", LogKind.EVENTS);
    }

    /** The same trail's files of another kind. */
    public TrailLayout of(LogKind other) {
        return new TrailLayout(root, other);
    }

    /** The layout of those folders in the same bucket, under the same key prefix. */
    public TrailLayout of(LogFolders folders) {
        String above = folders.ofAccounts() ? root.substring(0, root.lastIndexOf(LOGS) + LOGS.length()) : root;
        return new TrailLayout(above, folders.kind());
    }

    /** The folder of one account's Regions, with the slash that keeps the sibling kinds out of a listing. */
    public String accountPrefix(AccountId account) {
        return root + account + "/" + kind.folder() + "/";
    }

    /** The folder of one account's days in a Region, ending with a slash. */
    public String regionPrefix(AccountId account, Region region) {
        return accountPrefix(account) + region + "/";
    }

    /** The folder of a partition's files, ending with a slash. */
    public String prefix(Partition partition) {
        return regionPrefix(partition.account(), partition.region())
                + partition.day().partitionValue() + "/";
    }

    /** The partition that a key of this layout belongs to; nothing for any other key. */
    public Optional<Partition> partition(String key) {
        if (!key.startsWith(root)) {
            return Optional.empty();
        }
        Matcher matcher = BELOW_ROOT.matcher(key.substring(root.length()));
        if (!matcher.matches() || !matcher.group(2).equals(kind.folder())) {
            return Optional.empty();
        }
        return Region.tryParse(matcher.group(3))
                .flatMap(region -> LogDay.tryParse(matcher.group(4), matcher.group(5), matcher.group(6))
                        .map(day -> new Partition(new AccountId(matcher.group(1)), region, day)));
    }

    /** The path below the bucket with a placeholder for each partition column, as partition projection takes it. */
    public String template() {
        return root + "${account}/" + kind.folder() + "/${region}/${day}/";
    }

    private static String normalized(String prefix) {
        String trimmed = prefix.replaceAll("^/+|/+$", "");
        return trimmed.isEmpty() ? "" : trimmed + "/";
    }
}
