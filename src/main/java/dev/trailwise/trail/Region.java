package dev.trailwise.trail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of an AWS Region. Any code of the right shape is taken: new Regions open without notice.
 *
 * @param code such as {@code eu-central-1} or {@code us-gov-west-1}
 */
public record Region(String code) implements Comparable<Region> {
    private static final Pattern SHAPE = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

    /** Where IAM, the global STS endpoint, CloudFront and most console sign-ins are logged. */
    public static final Region US_EAST_1 = new Region("us-east-1");

    /** @throws IllegalArgumentException when the text does not look like a Region code */
    public Region {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "not an AWS Region: '" + code + "'; Regions look like us-east-1 or eu-central-1");
        }
    }

    /** The Region that the text names, or nothing when it does not have that shape. */
    public static Optional<Region> tryParse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Region(text)) : Optional.empty();
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
