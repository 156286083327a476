package dev.trailwise.logs;

import dev.trailwise.engine.FileProblem;
import java.util.Optional;

/** What was wrong with a file: the first damage in words, further ones in number. */
final class Problems {
    private String reason = "";
    private long offset;
    private long count;
    private boolean stopped;

    /** Notes damage at an offset in the text; -1 when there is no text at all. */
    void add(String what, long where) {
        if (count++ == 0) {
            reason = what;
            offset = where;
        }
    }

    /** Notes that the text goes on, but was not read any further. */
    void stopped() {
        stopped = true;
    }

    /** The first damage. */
    String reason() {
        return reason;
    }

    boolean isEmpty() {
        return count == 0;
    }

    Optional<FileProblem> of(String file, long eventsKept) {
        if (count == 0) {
            return Optional.empty();
        }
        String more = count > 1 ? "; " + (count - 1) + " more such places" : "";
        String rest = stopped ? "; what follows was not read" : "";
        return Optional.of(new FileProblem(file, reason + more + rest, offset, eventsKept));
    }
}
