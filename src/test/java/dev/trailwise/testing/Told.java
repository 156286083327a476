package dev.trailwise.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.cli.option.NoticeText;
import dev.trailwise.failure.Failure;
import org.assertj.core.api.ThrowingConsumer;

/** What a user reads of a failure, remedies included. */
public final class Told {
    private Told() {}

    /** Expects these words. */
    public static ThrowingConsumer<Failure> with(String... words) {
        return failure -> assertThat(NoticeText.ANY.apply(failure.notice())).contains(words);
    }
}
