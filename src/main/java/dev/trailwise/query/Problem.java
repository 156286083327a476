package dev.trailwise.query;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something wrong in the file of a saved query.
 *
 * @param file the file, as errors name it
 * @param line the line, 1 or more
 * @param column the column, 1 or more; 0 when only the line is known
 * @param message what is wrong and what would be right; may have several lines
 */
public record Problem(String file, int line, int column, String message) {
    /** {@code file:line: message}, or {@code file:line:column: message} when the column is known. */
    @Override
    public String toString() {
        return file + ":" + line + (column > 0 ? ":" + column : "") + ": " + message;
    }

    /** The failure of a query that cannot be used because of these. */
    static Failure failure(List<Problem> problems) {
        return new Failure(
                ExitCode.USAGE, problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
}
