package dev.trailwise.logs.file;

/** What the first bytes of a text tell of its encoding. */
public final class ByteOrderMark {
    private ByteOrderMark() {}

    /** The length of the mark with which some editors begin UTF-8; 0 without a mark. */
    public static int utf8(byte[] b, int length) {
        boolean marked = length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /** Whether the text is UTF-16, as redirected output is on Windows. */
    public static boolean isUtf16(byte[] b, int length) {
        return length >= 2
                && ((b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) || (b[0] == (byte) 0xFE && b[1] == (byte) 0xFF));
    }
}
