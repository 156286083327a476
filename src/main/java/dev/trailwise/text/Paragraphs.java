package dev.trailwise.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks prose into lines. */
public final class Paragraphs {
    private Paragraphs() {}

    /** Lines of at most this width, broken at spaces; the text's own blank lines stay. A longer word has a line of its own. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n\\s*\n", -1)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(fill(paragraph, width));
        }
        return lines;
    }

    private static List<String> fill(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
