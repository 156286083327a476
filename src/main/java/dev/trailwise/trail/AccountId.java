package dev.trailwise.trail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The twelve digits that name an AWS account.
 *
 * @param digits exactly twelve decimal digits, leading zeros kept
 */
public record AccountId(String digits) implements Comparable<AccountId> {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{12}");

    /** @throws IllegalArgumentException when the text is not twelve digits */
    public AccountId {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    "not an AWS account id: '" + digits + "'; it has twelve digits, such as 111122223333");
        }
    }

    /** The account that the text names, or nothing when it does not have that shape. */
    public static Optional<AccountId> tryParse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new AccountId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(AccountId other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
