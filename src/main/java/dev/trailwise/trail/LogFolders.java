package dev.trailwise.trail;

/**
 * Which of a trail's folders are meant.
 *
 * @param kind what their files hold
 * @param ofAccounts whether they are those of single accounts, {@code AWSLogs/111122223333/}, beside the folder of the
 *     trail's organization: a bucket has both when its trails became one organization trail
 */
public record LogFolders(LogKind kind, boolean ofAccounts) {
    /** The folders that the trail itself writes to. */
    public static LogFolders of(LogKind kind) {
        return new LogFolders(kind, false);
    }
}
