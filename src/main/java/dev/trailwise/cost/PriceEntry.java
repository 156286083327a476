package dev.trailwise.cost;

import dev.trailwise.trail.Region;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * One price.
 *
 * @param item what it is the price of
 * @param region the code of the Region, or {@code *} for those that have no entry
 * @param price dollars for the item's unit
 * @param date when the source said so
 * @param published whether AWS's own list says so; otherwise it is assumed
 * @param source who said so
 */
public record PriceEntry(Item item, String region, Usd price, LocalDate date, boolean published, String source) {
    private static final List<String> BASES = List.of("published", "assumed");

    /** What has a price. */
    public enum Item {
        /** 10^12 bytes scanned by Athena. */
        SCAN("Athena scan", "TB"),
        /** 1,000 GET requests to S3. */
        GET("S3 GET", "1,000 requests"),
        /** 1,000 LIST requests to S3. */
        LIST("S3 LIST", "1,000 requests");

        private final String title;
        private final String unit;

        Item(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }

        /** Its name for people. */
        public String title() {
            return title;
        }

        /** What the price is for. */
        public String unit() {
            return unit;
        }
    }

    public PriceEntry {
        if (!region.matches("\\*|[a-z0-9-]+") || source.isBlank() || source.contains("\n")) {
            throw new IllegalArgumentException("not a price: " + item + " in '" + region + "' from '" + source + "'");
        }
    }

    /** The same for a Region: assumed there, unless it is the Region's own. */
    PriceEntry in(Region wanted) {
        return region.equals(wanted.code()) ? this : new PriceEntry(item, wanted.code(), price, date, false, source);
    }

    /** Reads a line such as {@code scan,us-east-1,5.00,2026-08-31,published,AWS price list}. */
    static PriceEntry parse(String line) {
        String[] fields = line.split(",", 6);
        try {
            if (fields.length == 6 && BASES.contains(fields[4])) {
                return new PriceEntry(
                        Item.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                        fields[1],
                        Usd.parse(fields[2]),
                        LocalDate.parse(fields[3]),
                        fields[4].equals(BASES.get(0)),
                        fields[5]);
            }
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw new IllegalArgumentException("not a price: '" + line + "'", malformed);
        }
        throw new IllegalArgumentException("not a price: '" + line + "'");
    }

    /** Whether it is a guess. */
    public boolean assumed() {
        return !published;
    }

    /** Where it is from, with its date. */
    String provenance() {
        return source + ", " + date;
    }

    String line() {
        return String.join(
                ",",
                item.name().toLowerCase(Locale.ROOT),
                region,
                price.amount().toPlainString(),
                date.toString(),
                BASES.get(published ? 0 : 1),
                source);
    }
}
