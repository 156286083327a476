package dev.trailwise.aws.trails;

import dev.trailwise.aws.client.Denied;
import dev.trailwise.failure.Failure;
import java.util.function.Function;

/** What AWS answers to one call, which may not be permitted while others are. */
public sealed interface ApiResult<T> {
    /** It answered. */
    record Known<T>(T value) implements ApiResult<T> {}

    /**
     * It did not.
     *
     * @param action the IAM action of the call
     * @param failure why not
     */
    record Unknown<T>(String action, Failure failure) implements ApiResult<T> {
        /** Whether a permission is missing. */
        public boolean denied() {
            return failure instanceof Denied;
        }
    }

    /** One of two results. */
    default <R> R fold(Function<T, R> known, Function<Unknown<T>, R> unknown) {
        return this instanceof Known<T> answered ? known.apply(answered.value()) : unknown.apply((Unknown<T>) this);
    }
}
