package dev.trailwise.trail;

import java.util.Optional;

/**
 * What a file under {@code AWSLogs/} holds. Each kind has a folder of its own beside the others.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html">Finding
 *     CloudTrail log files</a>
 */
public enum LogKind {
    /** Management and data events. */
    EVENTS("CloudTrail"),
    /** Unusual rates of calls or errors, found by CloudTrail Insights. */
    INSIGHTS("CloudTrail-Insight"),
    /** Calls through VPC endpoints. */
    NETWORK_ACTIVITY("CloudTrail-NetworkActivity"),
    /** Five-minute summaries of data events. */
    AGGREGATED("CloudTrail-Aggregated"),
    /** Signed lists of the files delivered, for integrity checks; no events. */
    DIGEST("CloudTrail-Digest");

    private final String folder;

    LogKind(String folder) {
        this.folder = folder;
    }

    /** The folder's name, without slashes. */
    public String folder() {
        return folder;
    }

    /** The kind whose folder has this name. */
    public static Optional<LogKind> ofFolder(String name) {
        for (LogKind kind : values()) {
            if (kind.folder.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
