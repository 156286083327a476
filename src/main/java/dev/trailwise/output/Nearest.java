package dev.trailwise.output;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one may have meant. */
final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** Up to three of the names, the nearest first: within a third of the letters, or with the typed text in them. */
    static List<String> to(String typed, List<String> names) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .filter(name -> near(wanted, name.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))))
                .limit(MOST)
                .toList();
    }

    private static boolean near(String wanted, String name) {
        boolean part = wanted.length() >= MOST && name.contains(wanted);
        return part || distance(wanted, name) <= Math.max(1, Math.min(wanted.length(), name.length()) / 3);
    }

    /** How many letters have to be put in, left out or changed to make one of the other. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int changed = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
