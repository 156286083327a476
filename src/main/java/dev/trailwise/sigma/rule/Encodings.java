package dev.trailwise.sigma.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a text reads like in an encoded one.
 *
 * @see <a
 *     href="https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-modifiers.md#encoding">Encoding
 *     modifiers</a>
 */
final class Encodings {
    /** Dashes that Windows takes for each other, and the slash. */
    private static final String DASHES = "-/\u2013\u2014\u2015";

    /** How many texts one may become. */
    static final int MOST = 625;

    private Encodings() {}

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The characters that are the same whatever comes before and after, for each of the three places in a group. */
    static List<String> base64Offsets(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int firstWhole = (offset * 8 + 5) / 6;
            int afterWhole = shifted.length * 8 / 6;
            texts.add(firstWhole < afterWhole ? text.substring(firstWhole, afterWhole) : "");
        }
        return texts;
    }

    /** UTF-16 with a byte order mark. */
    static byte[] utf16(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        byte[] marked = new byte[bytes.length + 2];
        marked[0] = (byte) 0xff;
        marked[1] = (byte) 0xfe;
        System.arraycopy(bytes, 0, marked, 2, bytes.length);
        return marked;
    }

    /** The text with each of the dashes in the place of each; nothing when that is more than {@link #MOST}. */
    static List<String> dashes(String text) {
        List<String> texts = List.of("");
        for (int c : text.codePoints().toArray()) {
            List<String> next = new ArrayList<>();
            for (String before : texts) {
                String[] after = DASHES.indexOf(c) < 0 ? new String[] {Character.toString(c)} : DASHES.split("");
                Arrays.stream(after).map(before::concat).forEach(next::add);
            }
            if (next.size() > MOST) {
                return List.of();
            }
            texts = next;
        }
        return texts;
    }
}
