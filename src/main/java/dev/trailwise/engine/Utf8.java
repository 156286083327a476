package dev.trailwise.engine;

import java.nio.charset.StandardCharsets;

/**
 * A text as the bytes that an engine has it in, for {@link RowText}: most of it is written as it is.
 *
 * @param bytes it is in; nobody changes them
 * @param from where its UTF-8 begins
 * @param to where it ends
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Utf8(byte[] bytes, int from, int to) {
    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
