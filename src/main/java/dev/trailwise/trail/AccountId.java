package dev.trailwise.trail;

import java.util.Optional;

/**
 * The twelve digits that name an AWS account.
 *
 * @param digits exactly twelve decimal digits, leading zeros kept
 */
public record AccountId(String digits) implements Comparable<AccountId> {
    /** @throws IllegalArgumentException when the text is not twelve digits */
    public AccountId {
        if (!isAccount(digits)) {
            throw new IllegalArgumentException(
                    "not an AWS account id: '" + digits + "'; it has twelve digits, for example 111122223333");
        }
    }

    /** The account that the text names, or nothing when it does not have that shape. */
    public static Optional<AccountId> tryParse(String text) {
        return isAccount(text) ? Optional.of(new AccountId(text)) : Optional.empty();
    }

    private static boolean isAccount(String text) {
        return text.length() == 12 && LogDay.isNumber(text);
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
