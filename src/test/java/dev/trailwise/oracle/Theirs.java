package dev.trailwise.oracle;

import java.util.Optional;

/** What Trino said to a question, now or when it was recorded. */
sealed interface Theirs permits Answer, Recorded {
    /** Why there are no rows. */
    Optional<Answer.Problem> error();

    /** How many bytes it read from files. */
    long bytes();

    /** What differs first from the local engine's rows, nothing when nothing does. */
    String difference(Question question, Collected here);
}
