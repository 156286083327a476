package dev.trailwise.sql.text;

/** One line of a text with a caret under a place in it, safe to print on a terminal. */
public final class Excerpt {
    private static final int WIDTH = 100;
    private static final int BEFORE_CARET = 60;
    private static final String CUT = "…";

    private Excerpt() {}

    /** The line that holds the offset and, below it, a caret in the column where the terminal shows that character. */
    static String at(String text, int offset) {
        int caret = Math.max(0, Math.min(offset, text.length()));
        int start = lineStart(text, caret);
        int end = lineEnd(text, caret);
        String before = neutral(text.substring(start, caret));
        String after = neutral(text.substring(caret, end));
        int room = width(after) <= WIDTH - BEFORE_CARET ? WIDTH - width(after) : BEFORE_CARET;
        String shownBefore = lastColumns(before, room);
        String shownAfter = firstColumns(after, WIDTH - width(shownBefore));
        return shownBefore + shownAfter + "\n" + " ".repeat(width(shownBefore)) + "^";
    }

    /** The text in one line: a tab becomes a space, what could steer a terminal a replacement character. */
    public static String neutral(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c == '\t' ? ' ' : harmless(c) ? c : 0xFFFD));
        return out.toString();
    }

    private static boolean harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    static int lineStart(String text, int offset) {
        int at = offset;
        while (at > 0 && !endsLine(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int lineEnd(String text, int offset) {
        int at = offset;
        while (at < text.length() && !endsLine(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    private static String lastColumns(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        int from = 0;
        while (width(text.substring(from)) > columns - 1) {
            from = text.offsetByCodePoints(from, 1);
        }
        return CUT + text.substring(from);
    }

    private static String firstColumns(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        int shown = 0;
        int to = 0;
        while (shown + width(text.codePointAt(to)) <= columns - 1) {
            shown += width(text.codePointAt(to));
            to = text.offsetByCodePoints(to, 1);
        }
        return text.substring(0, to) + CUT;
    }

    private static int width(String text) {
        return text.codePoints().map(Excerpt::width).sum();
    }

    /** How many columns a terminal gives the character: two for East Asian wide ones and emoji, none for marks. */
    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = in(c, 0x1100, 0x115F)
                || in(c, 0x2E80, 0xA4CF)
                || in(c, 0xAC00, 0xD7A3)
                || in(c, 0xF900, 0xFAFF)
                || in(c, 0xFE30, 0xFE6F)
                || in(c, 0xFF00, 0xFF60)
                || in(c, 0xFFE0, 0xFFE6)
                || in(c, 0x1F300, 0x1F64F)
                || in(c, 0x1F680, 0x1F6FF)
                || in(c, 0x1F900, 0x1F9FF)
                || in(c, 0x20000, 0x3FFFD);
        return wide ? 2 : 1;
    }

    private static boolean in(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
