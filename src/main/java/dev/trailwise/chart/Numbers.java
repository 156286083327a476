package dev.trailwise.chart;

import java.util.Locale;

/** Numbers of charts as they are read. */
public final class Numbers {
    private static final String UNITS = "kMGTPE";

    private Numbers() {}

    /** All digits, in groups of three: {@code 1,234}. */
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A few digits, for an axis: {@code 1.2k}. */
    public static String brief(long number) {
        double rest = number;
        int unit = -1;
        while (rest >= 1000 && unit < UNITS.length() - 1) {
            rest /= 1000;
            unit++;
        }
        if (unit < 0) {
            return Long.toString(number);
        }
        String digits = String.format(Locale.ROOT, "%.1f", rest);
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits) + UNITS.charAt(unit);
    }

    /** The end of an axis for numbers up to this one: a digit with zeros, and at least 1. */
    public static long axisEnd(long largest) {
        long power = 1;
        while (true) {
            for (int step : new int[] {1, 2, 3, 4, 5, 6, 8}) {
                if (step * power >= largest) {
                    return step * power;
                }
            }
            if (power > Long.MAX_VALUE / 100) {
                return largest;
            }
            power *= 10;
        }
    }
}
