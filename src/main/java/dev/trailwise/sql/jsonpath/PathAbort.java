package dev.trailwise.sql.jsonpath;

/** A failure that ON ERROR does not handle and a filter does not hide: it ends the query. */
public final class PathAbort extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PathAbort(String message) {
        super(message, null, false, false);
    }
}
