package dev.trailwise.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data. Units are decimal throughout (1 MB is 1,000,000 bytes): AWS does not say which it bills by, and
 * decimal units give the higher price.
 *
 * @param count bytes, not negative
 */
public record Bytes(long count) implements Comparable<Bytes> {
    public static final Bytes ZERO = new Bytes(0);
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final Pattern SHAPE =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?([kMGTPE]?B?)", Pattern.CASE_INSENSITIVE);

    public Bytes {
        if (count < 0) {
            throw new IllegalArgumentException("an amount of data cannot be negative: " + count);
        }
    }

    /**
     * Reads {@code 500MB}, {@code 2 GB} or {@code 1000000}.
     *
     * @throws IllegalArgumentException when it is no amount, with a good one
     */
    public static Bytes parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an amount of data: '" + text + "'; write 500MB, 2GB or 1000000");
        }
        String unit = matcher.group(2).toLowerCase(Locale.ROOT);
        int power = unit.isEmpty() ? 0 : "bkmgtpe".indexOf(unit.charAt(0));
        BigDecimal bytes = new BigDecimal(matcher.group(1)).scaleByPowerOfTen(3 * power);
        try {
            return new Bytes(bytes.setScale(0, RoundingMode.CEILING).longValueExact());
        } catch (ArithmeticException tooMuch) {
            throw new IllegalArgumentException("more data than there is: '" + text + "'", tooMuch);
        }
    }

    /** The sum. */
    public Bytes plus(Bytes other) {
        return new Bytes(Math.addExact(count, other.count));
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }

    /** A short human form with three digits, rounded up so that it never promises less: {@code 12.4 MB}. */
    @Override
    public String toString() {
        if (count < 1000) {
            return count + " B";
        }
        BigDecimal rounded = new BigDecimal(count).round(new MathContext(3, RoundingMode.CEILING));
        int power = (rounded.precision() - rounded.scale() - 1) / 3;
        BigDecimal value = rounded.scaleByPowerOfTen(-3 * power);
        int decimals = 3 - (value.precision() - value.scale());
        return value.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString() + " " + UNITS[power];
    }
}
