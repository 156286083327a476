package dev.trailwise.output;

/** Numbers as they are read: {@code 1,234 files}. */
public final class Counts {
    private Counts() {}

    /** A number of things, one or many. */
    public static String of(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** The digits in groups of three. Not by String.format, which takes ten milliseconds to begin with. */
    public static String number(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }
}
