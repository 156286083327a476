package dev.trailwise.sigma;

import java.util.ArrayList;
import java.util.List;

/** Matches text against Sigma's wildcards, a character at a time. */
final class Glob {
    private static final int ANY = -1;
    private static final int ONE = -2;

    private Glob() {}

    static boolean matches(String pattern, String text) {
        return matches(symbols(pattern), 0, text.codePoints().toArray(), 0);
    }

    /** Characters, and the wildcards among them. */
    static List<Integer> symbols(String pattern) {
        List<Integer> symbols = new ArrayList<>();
        int[] chars = pattern.codePoints().toArray();
        for (int i = 0; i < chars.length; i++) {
            boolean escapes = chars[i] == '\\'
                    && i + 1 < chars.length
                    && (chars[i + 1] == '*' || chars[i + 1] == '?' || chars[i + 1] == '\\');
            if (escapes) {
                symbols.add(chars[++i]);
            } else {
                symbols.add(chars[i] == '*' ? ANY : chars[i] == '?' ? ONE : chars[i]);
            }
        }
        return symbols;
    }

    /** The text that a pattern without wildcards is. */
    static String plain(String pattern) {
        StringBuilder text = new StringBuilder();
        symbols(pattern).forEach(text::appendCodePoint);
        return text.toString();
    }

    /** The pattern of a text. */
    static String quoted(String text) {
        return text.replaceAll("[\\\\*?]", "\\\\$0");
    }

    private static boolean matches(List<Integer> pattern, int at, int[] text, int from) {
        if (at == pattern.size()) {
            return from == text.length;
        }
        int symbol = pattern.get(at);
        if (symbol == ANY) {
            return matches(pattern, at + 1, text, from) || (from < text.length && matches(pattern, at, text, from + 1));
        }
        return from < text.length
                && (symbol == ONE || symbol == text[from])
                && matches(pattern, at + 1, text, from + 1);
    }
}
