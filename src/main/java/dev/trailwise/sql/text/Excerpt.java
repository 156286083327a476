package dev.trailwise.sql.text;

import dev.trailwise.text.CellWidth;
import dev.trailwise.text.Sanitizer;

/** One line of a text with a caret under a place in it, safe to print on a terminal. */
public final class Excerpt {
    private static final int WIDTH = 100;
    private static final int BEFORE_CARET = 60;
    private static final String CUT = "…";

    private Excerpt() {}

    /** The line that holds the offset and, below it, a caret in the column where the terminal shows that character. */
    public static String at(String text, int offset) {
        int caret = Math.max(0, Math.min(offset, text.length()));
        int start = lineStart(text, caret);
        int end = lineEnd(text, caret);
        String before = neutral(text.substring(start, caret));
        String after = neutral(text.substring(caret, end));
        int room = CellWidth.of(after) <= WIDTH - BEFORE_CARET ? WIDTH - CellWidth.of(after) : BEFORE_CARET;
        String shownBefore = lastColumns(before, room);
        String shownAfter = firstColumns(after, WIDTH - CellWidth.of(shownBefore));
        return shownBefore + shownAfter + "\n" + " ".repeat(CellWidth.of(shownBefore)) + "^";
    }

    /** The text in one line: a tab becomes a space, what could steer a terminal a replacement character. */
    public static String neutral(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c == '\t' ? ' ' : Sanitizer.hidden(c) ? 0xFFFD : c));
        return out.toString();
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
        if (CellWidth.of(text) <= columns) {
            return text;
        }
        int from = 0;
        while (CellWidth.of(text.substring(from)) > columns - 1) {
            from = text.offsetByCodePoints(from, 1);
        }
        return CUT + text.substring(from);
    }

    private static String firstColumns(String text, int columns) {
        if (CellWidth.of(text) <= columns) {
            return text;
        }
        int shown = 0;
        int to = 0;
        while (shown + CellWidth.of(text.codePointAt(to)) <= columns - 1) {
            shown += CellWidth.of(text.codePointAt(to));
            to = text.offsetByCodePoints(to, 1);
        }
        return text.substring(0, to) + CUT;
    }
}
