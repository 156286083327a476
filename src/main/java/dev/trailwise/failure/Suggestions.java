package dev.trailwise.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the known words that a mistyped one was meant to be. */
public final class Suggestions {
    private static final int MOST = 3;

    private Suggestions() {}

    /** The known words near to this one, nearest first, at most three; upper and lower case are the same. */
    public static List<String> to(String word, Collection<String> known) {
        String asked = word.toLowerCase(Locale.ROOT);
        record Candidate(String word, int distance) {}
        return known.stream()
                .distinct()
                .map(candidate -> new Candidate(candidate, distance(asked, candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= farthest(asked))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .limit(MOST)
                .map(Candidate::word)
                .toList();
    }

    /** The end of an error message, {@code ; did you mean 'x'?}, or nothing when no known word is near. */
    public static String hint(String word, Collection<String> known) {
        List<String> near = to(word, known);
        return near.isEmpty() ? "" : near.stream().collect(Collectors.joining("' or '", "; did you mean '", "'?"));
    }

    private static int farthest(String word) {
        return Math.max(1, word.length() / 3);
    }

    /** Letters inserted, left out, replaced or swapped with the next; a word that is a part of the other is near. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        boolean part = one.length() >= 3 && (other.contains(one) || (other.length() >= 3 && one.contains(other)));
        return part ? 1 : last[other.length()];
    }
}
