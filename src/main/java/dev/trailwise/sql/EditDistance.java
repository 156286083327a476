package dev.trailwise.sql;

import java.util.Locale;

/** How many letters must change to make one word of another, whatever the case. */
final class EditDistance {
    private EditDistance() {}

    static int between(String first, String second) {
        String a = first.toLowerCase(Locale.ENGLISH);
        String b = second.toLowerCase(Locale.ENGLISH);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(previous[j - 1] + change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
