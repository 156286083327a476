package dev.trailwise.engine;

import java.nio.charset.StandardCharsets;

/**
 * A text as the bytes that an engine has it in, for {@link RowText}: most of it is written as it is.
 *
 * @param bytes valid UTF-8; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Utf8(byte[] bytes) {
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
