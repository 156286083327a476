package dev.trailwise.cost;

import dev.trailwise.trail.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Prices by Region, as data: each with its date and source, and whether AWS published it or it is believed. Later
 * entries replace earlier ones.
 */
public final class PriceList {
    private static final String BUNDLED = "prices.csv";
    private static final String ANYWHERE = "*";

    private final List<PriceEntry> entries;

    private PriceList(List<PriceEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The list that comes with the program. */
    public static PriceList bundled() {
        try (InputStream in = Objects.requireNonNull(PriceList.class.getResourceAsStream(BUNDLED), BUNDLED)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the text form, one entry a line; empty lines and those that begin with {@code #} are comments.
     *
     * @throws IllegalArgumentException when a line is no entry
     */
    public static PriceList parse(String text) {
        return new PriceList(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(PriceEntry::parse)
                .toList());
    }

    /** A list of these entries. */
    public static PriceList of(List<PriceEntry> entries) {
        return new PriceList(entries);
    }

    /** This list with the other's entries before its own. */
    public PriceList updatedBy(PriceList newer) {
        List<PriceEntry> all = new ArrayList<>(entries);
        all.addAll(newer.entries);
        return new PriceList(all);
    }

    /** All entries, those that others have replaced left out. */
    public List<PriceEntry> entries() {
        return entries.stream()
                .filter(entry ->
                        find(entry.item(), entry.region()).filter(entry::equals).isPresent())
                .toList();
    }

    /** The entry of each item that counts in a Region: its own, or else that of most Regions, as assumed there. */
    public List<PriceEntry> entries(Region region) {
        return Arrays.stream(PriceEntry.Item.values())
                .map(item -> entry(item, region))
                .map(entry -> entry.in(region))
                .toList();
    }

    /** The prices in a Region; where none is known, those of most Regions, marked as assumed. */
    public Prices of(Region region) {
        PriceEntry scan = entry(PriceEntry.Item.SCAN, region);
        PriceEntry get = entry(PriceEntry.Item.GET, region);
        PriceEntry list = entry(PriceEntry.Item.LIST, region);
        return new Prices(
                region,
                new ScanPrice(scan.price(), scan.provenance(), scan.assumed()),
                new RequestPrice(get.price(), list.price(), get.provenance(), get.assumed() || list.assumed()));
    }

    /** The text form that {@link #parse} reads. */
    public String text() {
        StringBuilder text = new StringBuilder("# item,region,USD,date,basis,source\n");
        entries().forEach(entry -> text.append(entry.line()).append('\n'));
        return text.toString();
    }

    private PriceEntry entry(PriceEntry.Item item, Region region) {
        return find(item, region.code())
                .or(() -> find(item, ANYWHERE))
                .orElseThrow(() -> new IllegalArgumentException("no price of " + item + " for any Region"));
    }

    private Optional<PriceEntry> find(PriceEntry.Item item, String region) {
        return entries.stream()
                .filter(entry -> entry.item() == item && entry.region().equals(region))
                .reduce((older, newer) -> newer);
    }
}
