package dev.trailwise.text;

/**
 * How many terminal columns text takes, for text that went through {@link Sanitizer}. Rather too wide than too narrow: a
 * doubtful symbol counts as two, so that no line overflows.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">East Asian Width</a>
 */
public final class CellWidth {
    private static final String CUT = "…";
    private static final String ASSUMED_ROLE = ":assumed-role/";

    /** First and last code point of each range that takes two columns. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653,
        0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE,
        0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705,
        0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
        0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E, 0x3041, 0x4DBF,
        0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60,
        0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1AFF0, 0x1B2FF, 0x1D300, 0x1D376, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF,
        0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1E6, 0x1F202, 0x1F210, 0x1F265, 0x1F300, 0x1FAFF, 0x20000, 0x3FFFD,
    };

    private CellWidth() {}

    /** The columns that the text takes. */
    public static int of(String text) {
        int width = 0;
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            width += of(codePoint);
        }
        return width;
    }

    /** The columns that one character takes: none, one or two. */
    public static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        // The vowels and finals of a Hangul syllable join the consonant before them.
        if ((codePoint >= 0x1160 && codePoint <= 0x11FF) || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF)) {
            return 0;
        }
        return wide(codePoint) ? 2 : 1;
    }

    private static boolean wide(int codePoint) {
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (codePoint < WIDE[2 * middle]) {
                high = middle - 1;
            } else if (codePoint > WIDE[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /**
     * The text in at most so many columns. ARNs and paths lose whole parts at their beginning to {@code …}, because the
     * name is at their end; all other text loses its end.
     */
    public static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        String name = text;
        if (isPath(text)) {
            int part = afterSeparator(text, 0);
            while (part < text.length() && of(text.substring(part)) + 1 > columns) {
                name = text.substring(part);
                part = afterSeparator(text, part);
            }
            if (part < text.length()) {
                return CUT + text.substring(part);
            }
            name = CUT + name;
        }
        return name.substring(0, indexAfter(name, 0, columns - 1)) + CUT;
    }

    /**
     * The columns in which {@link #cut} leaves a name whole: the role and the session of an assumed role if they take no
     * more than {@code most}, else the last part of an ARN or path; all of other text.
     */
    public static int ofName(String text, int most) {
        if (!isPath(text)) {
            return of(text);
        }
        int role = text.indexOf(ASSUMED_ROLE);
        if (text.startsWith("arn:") && role > 0) {
            int width = 1 + of(text.substring(role + ASSUMED_ROLE.length()));
            if (width <= most) {
                return width;
            }
        }
        int part = 0;
        for (int next = afterSeparator(text, 0); next < text.length(); next = afterSeparator(text, next)) {
            part = next;
        }
        return Math.min(of(text), 1 + of(text.substring(part)));
    }

    /** Whether text is one name, such as that of an event, an ARN or an address: no prose and no JSON. */
    public static boolean isName(String text) {
        return text.indexOf(' ') < 0 && !text.startsWith("{") && !text.startsWith("[");
    }

    private static boolean isPath(String text) {
        return text.startsWith("arn:") || (text.indexOf('/') != text.lastIndexOf('/') && isName(text));
    }

    /** The index after the next separators, and the length when none is left. */
    private static int afterSeparator(String text, int from) {
        int i = from;
        while (i < text.length() && !isSeparator(text.charAt(i))) {
            i++;
        }
        while (i < text.length() && isSeparator(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isSeparator(char character) {
        return character == '/' || character == ':';
    }

    /** The index after the characters from {@code start} that fit in so many columns, with their combining marks. */
    public static int indexAfter(String text, int start, int columns) {
        int used = 0;
        int i = start;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            used += of(codePoint);
            if (used > columns) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }
}
