package dev.trailwise.logs.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The text of a small file or of an entry of an archive, inflated where it is gzip, without a byte order mark. */
public final class EntryText {
    private static final int HEAD = 256;

    private EntryText() {}

    public static InputStream of(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        byte[] magic = peek(in, 2);
        boolean gzip = magic.length == 2 && magic[0] == Gunzip.MAGIC_1 && magic[1] == Gunzip.MAGIC_2;
        BufferedInputStream text = gzip ? new BufferedInputStream(new GZIPInputStream(in)) : in;
        byte[] mark = peek(text, 3);
        text.skipNBytes(ByteOrderMark.utf8(mark, mark.length));
        return text;
    }

    /** Whether the text begins like JSON that may contain events. */
    public static boolean looksLikeJson(InputStream text) throws IOException {
        for (byte c : peek(text, HEAD)) {
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    private static byte[] peek(InputStream in, int length) throws IOException {
        in.mark(length);
        byte[] head = new byte[length];
        int count = in.readNBytes(head, 0, length);
        in.reset();
        return Arrays.copyOf(head, count);
    }
}
