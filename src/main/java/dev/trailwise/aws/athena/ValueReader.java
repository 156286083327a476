package dev.trailwise.aws.athena;

import dev.trailwise.engine.ResultType;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import java.time.DateTimeException;
import java.util.Locale;

/** Reads the values of a column of a result. */
interface ValueReader {
    /** The kind that the values have. */
    ResultType type();

    /** The value whose text is these bytes; never NULL, which has no text. */
    Object read(byte[] bytes, int from, int to);

    /**
     * The value whose text is these bytes.
     *
     * @throws Failure when it is not a value of this type, which a service should never send
     */
    default Object value(byte[] bytes, int from, int to) {
        try {
            return read(bytes, from, to);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException malformed) {
            throw new Failure(
                    ExitCode.UNAVAILABLE,
                    "the result from Athena has a value that is not of type "
                            + type().name().toLowerCase(Locale.ROOT),
                    malformed);
        }
    }
}
