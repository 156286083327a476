package dev.trailwise.setup.check;

import dev.trailwise.aws.trails.ApiResult;
import dev.trailwise.failure.Failure;
import java.util.Optional;

/**
 * The result of one check.
 *
 * @param trail the trail's name; empty for the account
 * @param check what was checked
 * @param level how good it is
 * @param found what was found
 * @param why why it matters
 * @param change what mends it
 * @param unanswered the call that AWS did not answer
 */
record Finding(
        String trail,
        String check,
        Level level,
        String found,
        String why,
        Optional<Change> change,
        Optional<ApiResult.Unknown<?>> unanswered) {
    /** Nothing to do. */
    static Finding ok(String trail, String check, String found, String why) {
        return new Finding(trail, check, Level.OK, found, why, Optional.empty(), Optional.empty());
    }

    /** Something to do. */
    static Finding of(String trail, String check, Level level, String found, String why, Change change) {
        return new Finding(trail, check, level, found, why, Optional.of(change), Optional.empty());
    }

    /** What AWS answers does not tell. */
    static Finding unclear(String trail, String check, String found, String why) {
        return new Finding(trail, check, Level.UNKNOWN, found, why, Optional.empty(), Optional.empty());
    }

    /** AWS did not answer. */
    static Finding unknown(String trail, String check, ApiResult.Unknown<?> answer, String why) {
        Failure failure = answer.failure();
        String found = answer.denied()
                ? "not permitted: " + answer.action()
                : failure.getMessage().lines().findFirst().orElse("");
        return new Finding(trail, check, Level.UNKNOWN, found, why, Optional.empty(), Optional.of(answer));
    }
}
