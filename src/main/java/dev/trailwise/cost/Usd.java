package dev.trailwise.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * US dollars, exactly.
 *
 * @param amount not negative
 */
public record Usd(BigDecimal amount) implements Comparable<Usd> {
    public static final Usd ZERO = new Usd(BigDecimal.ZERO);

    public Usd {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a price cannot be negative: " + amount.toPlainString());
        }
        amount = amount.stripTrailingZeros();
    }

    /**
     * Reads {@code 1.50} or {@code $1.50}.
     *
     * @throws IllegalArgumentException when it is no price, with a good one
     */
    public static Usd parse(String text) {
        String digits = text.strip().replaceFirst("^\\$", "");
        if (!digits.matches("[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("not a price in US dollars: '" + text + "'; write 1.50");
        }
        return new Usd(new BigDecimal(digits));
    }

    /** The sum. */
    public Usd plus(Usd other) {
        return new Usd(amount.add(other.amount));
    }

    @Override
    public int compareTo(Usd other) {
        return amount.compareTo(other.amount);
    }

    /** Cents, or as many digits as a smaller price needs to show two of them, rounded up: {@code $0.00005}. */
    @Override
    public String toString() {
        if (amount.signum() == 0) {
            return "$0.00";
        }
        int leadingZeros = Math.max(0, amount.scale() - amount.precision());
        int scale = amount.compareTo(BigDecimal.ONE) >= 0 ? 2 : Math.max(2, leadingZeros + 2);
        BigDecimal rounded = amount.setScale(scale, RoundingMode.CEILING).stripTrailingZeros();
        return "$" + (rounded.scale() < 2 ? rounded.setScale(2, RoundingMode.UNNECESSARY) : rounded).toPlainString();
    }
}
