package dev.trailwise.query;

/** Patterns as people write them, with {@code *} and {@code ?}, as patterns for {@code LIKE … ESCAPE '\'}. */
final class Glob {
    /** The escape character of every LIKE pattern made here. */
    static final char ESCAPE = '\\';

    private Glob() {}

    /** Whether the text has a wildcard that is not escaped. */
    static boolean hasWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (escapes(text, i)) {
                i++;
            } else if (text.charAt(i) == '*' || text.charAt(i) == '?') {
                return true;
            }
        }
        return false;
    }

    /** The LIKE pattern that matches the same texts. */
    static String like(String glob) {
        StringBuilder like = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (escapes(glob, i)) {
                literal(like, glob.charAt(++i));
            } else if (c == '*') {
                like.append('%');
            } else if (c == '?') {
                like.append('_');
            } else {
                literal(like, c);
            }
        }
        return like.toString();
    }

    /** The text that a pattern without wildcards matches. */
    static String plain(String glob) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            plain.append(glob.charAt(escapes(glob, i) ? ++i : i));
        }
        return plain.toString();
    }

    private static boolean escapes(String text, int at) {
        return text.charAt(at) == ESCAPE && at + 1 < text.length() && "*?\\".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static void literal(StringBuilder like, char c) {
        if (c == '%' || c == '_' || c == ESCAPE) {
            like.append(ESCAPE);
        }
        like.append(c);
    }
}
