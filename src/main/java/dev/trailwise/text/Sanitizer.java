package dev.trailwise.text;

/**
 * Makes hostile text safe to show. Log contents are written by whoever called the API, an attacker too: escape sequences
 * drive a terminal, bidirectional overrides and invisible characters make one name look like another.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">Unicode Security Considerations</a>
 */
public final class Sanitizer {
    private Sanitizer() {}

    /**
     * The text with each control, format, invisible or unpaired character as an escape: {@code \n}, {@code \t},
     * {@code \r}, {@code \u001b}, {@code \}{@code u{e0001}}. One line, safe in a terminal. A backslash stays one, so an
     * escape can also be the text's own; csv and json tell them apart.
     */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (suspect(text.charAt(i))) {
                return escape(text, i);
            }
        }
        return text;
    }

    private static String escape(String text, int from) {
        StringBuilder result = new StringBuilder(text.length() + 16).append(text, 0, from);
        int codePoint;
        for (int i = from; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (hidden(codePoint)) {
                appendEscape(result, codePoint);
            } else {
                result.appendCodePoint(codePoint);
            }
        }
        return result.toString();
    }

    private static void appendEscape(StringBuilder result, int codePoint) {
        switch (codePoint) {
            case '\n' -> result.append("\\n");
            case '\r' -> result.append("\\r");
            case '\t' -> result.append("\\t");
            default -> {
                if (Character.isBmpCodePoint(codePoint)) {
                    appendUnit(result, (char) codePoint);
                } else {
                    result.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
                }
            }
        }
    }

    /** Appends {@code \}{@code u001b}, four digits, as JSON and Java write it. */
    public static void appendUnit(StringBuilder result, char unit) {
        result.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            result.append(Character.forDigit((unit >> shift) & 0xF, 16));
        }
    }

    /** Whether the UTF-16 unit needs a closer look: quick, and never false for a hidden character. */
    static boolean suspect(char unit) {
        return unit < ' ' || (unit >= 0x7F && (unit < 0xC0 || unit >= 0x034F));
    }

    /** Whether the character does not show as itself: controls, formats, fillers, odd spaces, lone surrogates. */
    public static boolean hidden(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint < ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // The ideographic space is how Japanese text spaces its words.
            case Character.SPACE_SEPARATOR -> codePoint != 0x3000;
            default -> ignorable(codePoint);
        };
    }

    /**
     * The default ignorable code points and blanks that {@link Character#getType} does not tell.
     *
     * @see <a href="https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt">Default_Ignorable_Code_Point</a>
     */
    private static boolean ignorable(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x2065
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || (c >= 0xFFF0 && c <= 0xFFF8)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}
