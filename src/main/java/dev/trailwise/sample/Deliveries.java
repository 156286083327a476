package dev.trailwise.sample;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects records into files as CloudTrail does: those of a few minutes, delivered 5 to 15 minutes after them. */
final class Deliveries {
    static final Duration COLLECTED = Duration.ofMinutes(8);
    private static final int MOST_RECORDS = 200;

    private final TrailLayout layout;
    private final long seed;
    private final Map<Slot, List<String>> records = new TreeMap<>();

    Deliveries(TrailLayout layout, long seed) {
        this.layout = layout;
        this.seed = seed;
    }

    /** @param ready when the record is there to be collected: the time of the event or later */
    void add(LogKind kind, AccountId account, Region region, Instant ready, String json) {
        long start = Math.floorDiv(ready.getEpochSecond(), COLLECTED.toSeconds()) * COLLECTED.toSeconds();
        Slot slot = new Slot(kind, account, region, Instant.ofEpochSecond(start));
        records.computeIfAbsent(slot, unused -> new ArrayList<>()).add(json);
    }

    /** The files, in the order of their slots. */
    List<GeneratedFile> files() {
        List<GeneratedFile> files = new ArrayList<>();
        records.forEach((slot, all) -> {
            SeededRandom random = SeededRandom.of(seed, slot.label());
            Instant delivered = slot.start().plus(COLLECTED).plusSeconds(random.between(300, 419));
            for (int from = 0; from < all.size(); from += MOST_RECORDS) {
                List<String> some = all.subList(from, Math.min(from + MOST_RECORDS, all.size()));
                files.add(GeneratedFile.of(
                        layout.of(slot.kind()), slot.account(), slot.region(), delivered, random, some));
            }
        });
        return files;
    }

    private record Slot(LogKind kind, AccountId account, Region region, Instant start) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER = Comparator.comparing(Slot::kind)
                .thenComparing(Slot::account)
                .thenComparing(Slot::region)
                .thenComparing(Slot::start);

        String label() {
            return kind.folder() + account + region + start;
        }

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }
}
