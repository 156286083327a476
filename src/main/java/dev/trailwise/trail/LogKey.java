package dev.trailwise.trail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a log file says of its contents. Works on S3 keys and on paths of downloaded copies, as much of the
 * tree as was kept: the whole key, from the {@code CloudTrail} folder down, or the file's name alone.
 *
 * @param kind what the file holds
 * @param partition where its events belong
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html">CloudTrail
 *     log file names</a>
 */
public record LogKey(LogKind kind, Partition partition) {
    private static final Pattern FOLDERS = Pattern.compile("(?:(?:^|.*/)([0-9]{12})/|^|.*/)"
            + "(CloudTrail|CloudTrail-[A-Za-z]+)/([a-z0-9-]+)/([0-9]{4})/([0-9]{2})/([0-9]{2})/([^/]+)");

    /** Old names lack the underscore before the unique string; digests name their trail and home Region first. */
    private static final Pattern NAME = Pattern.compile(
            "(?:^|.*/)([0-9]{12})_(CloudTrail|CloudTrail-[A-Za-z]+)_([a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2})_"
                    + "(?:.*_)?([0-9]{4})([0-9]{2})([0-9]{2})T[0-9]{4}(?:[0-9]{2})?Z[^/]*");

    /**
     * Reads a key or path with forward slashes.
     *
     * @return nothing when neither the folders nor the name tell account, Region and day
     */
    public static Optional<LogKey> parse(String path) {
        Matcher name = NAME.matcher(path);
        Optional<String> accountInName = name.matches() ? Optional.of(name.group(1)) : Optional.empty();
        Matcher folders = FOLDERS.matcher(path);
        if (folders.matches()) {
            Optional<String> account = Optional.ofNullable(folders.group(1)).or(() -> accountInName);
            return account.flatMap(digits -> key(
                    digits, folders.group(2), folders.group(3), folders.group(4), folders.group(5), folders.group(6)));
        }
        return accountInName.flatMap(
                digits -> key(digits, name.group(2), name.group(3), name.group(4), name.group(5), name.group(6)));
    }

    private static Optional<LogKey> key(
            String account, String folder, String region, String year, String month, String day) {
        return LogKind.ofFolder(folder)
                .flatMap(kind -> AccountId.tryParse(account)
                        .flatMap(a -> Region.tryParse(region)
                                .flatMap(r -> LogDay.tryParse(year, month, day)
                                        .map(d -> new LogKey(kind, new Partition(a, r, d))))));
    }
}
