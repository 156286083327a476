package dev.trailwise.cost;

import java.math.BigDecimal;

/**
 * What Athena asks for a scan in one Region, and how that is known.
 *
 * @param perTerabyte dollars for 10^12 bytes
 * @param source where the price is from, with its date
 * @param assumed whether it is a guess for a Region without a known price
 * @see <a href="https://aws.amazon.com/athena/pricing/">Athena pricing</a>
 */
public record ScanPrice(Usd perTerabyte, String source, boolean assumed) {
    /** The list price of most Regions, us-east-1 among them. */
    public static final ScanPrice LIST =
            new ScanPrice(Usd.parse("5.00"), "AWS price list of 2026-08-31, us-east-1", false);

    private static final long MEGABYTE = 1_000_000;
    private static final Bytes MINIMUM = new Bytes(10 * MEGABYTE);

    /** What is billed for a query that scans this much: rounded up to the megabyte, at least ten of them. */
    public static Bytes billed(Bytes scanned) {
        long megabytes = (scanned.count() + MEGABYTE - 1) / MEGABYTE;
        Bytes rounded = new Bytes(megabytes * MEGABYTE);
        return rounded.compareTo(MINIMUM) < 0 ? MINIMUM : rounded;
    }

    /** The price of a query that scans this much. */
    public Usd of(Bytes scanned) {
        return new Usd(perTerabyte
                .amount()
                .multiply(BigDecimal.valueOf(billed(scanned).count()))
                .scaleByPowerOfTen(-12));
    }
}
