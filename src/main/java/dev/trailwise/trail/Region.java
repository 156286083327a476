package dev.trailwise.trail;

import java.util.Optional;

/**
 * The code of an AWS Region. Any code of the right shape is taken: new Regions open without notice.
 *
 * @param code such as {@code eu-central-1} or {@code us-gov-west-1}
 */
public record Region(String code) implements Comparable<Region> {
    /** Where IAM, the global STS endpoint, CloudFront and most console sign-ins are logged. */
    public static final Region US_EAST_1 = new Region("us-east-1");

    /** @throws IllegalArgumentException when the text does not look like a Region code */
    public Region {
        if (!isCode(code)) {
            throw new IllegalArgumentException(
                    "not an AWS Region: '" + code + "'; Regions look like us-east-1 or eu-central-1");
        }
    }

    /** The Region that the text names, or nothing when it does not have that shape. */
    public static Optional<Region> tryParse(String text) {
        return isCode(text) ? Optional.of(new Region(text)) : Optional.empty();
    }

    /** Two to four letters, words of letters, one or two digits, with dashes between. Not by a pattern: paths come by the thousand. */
    private static boolean isCode(String text) {
        int first = text.indexOf('-');
        int last = text.lastIndexOf('-');
        int digits = text.length() - last - 1;
        return first >= 2
                && first <= 4
                && last > first + 1
                && (digits == 1 || digits == 2)
                && LogDay.isNumber(text.substring(last + 1))
                && areWords(text.substring(0, last));
    }

    /** Whether it is lower-case letters with single dashes between. */
    private static boolean areWords(String text) {
        char before = '-';
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c == '-' ? before == '-' : c < 'a' || c > 'z') {
                return false;
            }
            before = c;
        }
        return before != '-';
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
