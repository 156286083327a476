package dev.trailwise.testing.aws.athena;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL cut into words, by means of its own: nothing here may know the product's grammar. */
final class SqlWords {
    private static final Pattern WORD = Pattern.compile(
            "(?<space>\\s+|--[^\\n]*|/\\*.*?\\*/)"
                    + "|(?<string>'(?:[^']|'')*')|(?<quoted>\"(?:[^\"]|\"\")*\")"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)|(?<number>[0-9][0-9.]*)|(?<symbol><>|<=|>=|!=|.)",
            Pattern.DOTALL);

    private SqlWords() {}

    /**
     * A word.
     *
     * @param text as it is written
     * @param name its name in lower case when it can be one, without quotes; empty for strings, numbers and symbols
     * @param quoted whether it is a quoted name, which is never a keyword
     */
    record Word(String text, String name, boolean quoted) {
        boolean is(String keyword) {
            return !quoted && text.equalsIgnoreCase(keyword);
        }

        boolean isName() {
            return !name.isEmpty();
        }
    }

    static List<Word> of(String sql) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("space") == null) {
                words.add(word(matcher));
            }
        }
        return words;
    }

    private static Word word(Matcher matcher) {
        String text = matcher.group();
        if (matcher.group("quoted") != null) {
            String name = text.substring(1, text.length() - 1).replace("\"\"", "\"");
            return new Word(text, name.toLowerCase(Locale.ROOT), true);
        }
        return new Word(text, matcher.group("word") == null ? "" : text.toLowerCase(Locale.ROOT), false);
    }

    /** The place of the parenthesis that closes the one at this place. */
    static int closing(List<Word> words, int open) {
        int depth = 0;
        for (int i = open; i < words.size(); i++) {
            depth += words.get(i).is("(") ? 1 : words.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a parenthesis that is not closed");
    }
}
