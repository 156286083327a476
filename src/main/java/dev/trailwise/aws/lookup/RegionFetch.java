package dev.trailwise.aws.lookup;

import dev.trailwise.aws.lookup.LookupPages.Page;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;

/** Fetches the events of one Region that are not kept yet, the newest first. */
final class RegionFetch {
    /** Events without a filter are completed instead when they miss so many times less, and no more than an hour. */
    private static final int WORTH = 10;

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final LookupJob job;
    private final Region region;
    private final CountDownLatch stop;
    private final Runnable progress;
    private final List<Path> files = new ArrayList<>();
    private final long started = System.nanoTime();
    private final AtomicLong seconds = new AtomicLong();
    private final AtomicLong secondsDone = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong pageCount = new AtomicLong();
    private volatile boolean ended;
    private boolean older;
    private volatile @Nullable GapEvents current;

    /** @param progress is called after each page */
    RegionFetch(LookupJob job, Region region, CountDownLatch stop, Runnable progress) {
        this.job = job;
        this.region = region;
        this.stop = stop;
        this.progress = progress;
    }

    /** One listing: a kind of events, with one value of the filter's attribute or none. */
    private record Listing(LogKind kind, Optional<LookupAttribute> attribute, EventCache kept, EventCache recent) {}

    /**
     * Fetches what is missing.
     *
     * @param pages makes what asks for pages, at a pace
     * @throws Failure when something cannot be fetched or written; what was fetched until then is kept
     */
    void run(Function<RateLimiter, LookupPages> pages) {
        try (RegionLock lock = RegionLock.acquire(job.folder(job.folder(), region, ""), stop)) {
            List<Listing> listings = new ArrayList<>();
            for (Map.Entry<LogKind, LookupFilter> wanted : job.wanted().entrySet()) {
                listings.addAll(listings(wanted.getKey(), wanted.getValue()));
            }
            seconds.set(listings.stream()
                    .mapToLong(listing -> missing(listing.kept()))
                    .sum());
            LookupPages paced = pages.apply(new RateLimiter(stop, lock.used()));
            for (Listing listing : listings) {
                fetch(listing, paced);
            }
        } catch (IOException failed) {
            throw new Failure(ExitCode.NOT_WRITTEN, "cannot keep events in " + job.folder() + ": " + failed, failed);
        } finally {
            ended = true;
        }
    }

    private List<Listing> listings(LogKind kind, LookupFilter filter) throws IOException {
        Listing all = listing(kind, Optional.empty());
        List<Listing> each = new ArrayList<>();
        for (String value : filter.values()) {
            each.add(listing(
                    kind,
                    Optional.of(LookupAttribute.builder()
                            .attributeKey(filter.key())
                            .attributeValue(value)
                            .build())));
        }
        long missing = each.stream().mapToLong(one -> missing(one.kept())).sum();
        long missingOfAll = missing(all.kept());
        boolean complete = missing > 0 && missingOfAll <= HOUR && missingOfAll * WORTH <= missing;
        return each.isEmpty() || complete ? List.of(all) : each;
    }

    private Listing listing(LogKind kind, Optional<LookupAttribute> attribute) throws IOException {
        String name = kind.folder()
                + attribute
                        .map(it -> "-" + it.attributeKeyAsString() + "-"
                                + UUID.nameUUIDFromBytes(it.attributeValue().getBytes(StandardCharsets.UTF_8)))
                        .orElse("");
        return new Listing(
                kind,
                attribute,
                EventCache.open(job.folder(job.folder(), region, name), job.account(), region, kind),
                EventCache.open(job.folder(job.recent(), region, name), job.account(), region, kind));
    }

    private long missing(EventCache kept) {
        return kept.gaps(job.times()).stream()
                .flatMap(gap -> there(gap).stream())
                .mapToLong(RegionFetch::seconds)
                .sum();
    }

    private static long seconds(TimeRange time) {
        return Duration.between(time.from(), time.to()).toSeconds();
    }

    /** The part of a time of which there are still events. */
    private Optional<TimeRange> there(TimeRange gap) {
        Instant oldest = job.oldest();
        if (!gap.from().isBefore(oldest)) {
            return Optional.of(gap);
        }
        return oldest.isBefore(gap.to()) ? Optional.of(new TimeRange(oldest, gap.to())) : Optional.empty();
    }

    private void fetch(Listing listing, LookupPages pages) throws IOException {
        try {
            for (TimeRange gap : listing.kept().gaps(job.times())) {
                Optional<TimeRange> there = there(gap);
                older |= !there.equals(Optional.of(gap));
                if (there.isPresent()) {
                    fetch(listing, there.get(), pages);
                }
            }
        } finally {
            files.addAll(listing.kept().files(job.times()));
            files.addAll(listing.recent().files(job.times()));
        }
    }

    private void fetch(Listing listing, TimeRange gap, LookupPages pages) throws IOException {
        GapEvents gathered = new GapEvents(gap, job.settled(), listing.kept(), listing.recent());
        current = gathered;
        try {
            page(listing, gathered, gap, pages);
        } finally {
            gathered.keep(true);
        }
    }

    private void page(Listing listing, GapEvents gathered, TimeRange gap, LookupPages pages) throws IOException {
        TimeRange times = gap;
        Optional<String> token = Optional.empty();
        long before = secondsDone.get();
        do {
            Page page = pages.page(listing.kind(), listing.attribute(), times, token);
            if (page.expired()) {
                times = gathered.restart(times);
                token = Optional.empty();
                continue;
            }
            token = page.next();
            gathered.take(page.events(), token.isEmpty());
            events.addAndGet(page.events().size());
            pageCount.incrementAndGet();
            secondsDone.set(
                    before + Duration.between(gathered.known(), gap.to()).toSeconds());
            progress.run();
        } while (token.isPresent() || gathered.known().isAfter(gap.from()));
    }

    /** Keeps what was fetched until now, from any thread; nothing more is kept after that. */
    void keep() throws IOException {
        GapEvents gathered = current;
        if (gathered != null) {
            gathered.stop();
        }
    }

    /** The files that have the events, as far as they were fetched. */
    List<Path> files() {
        return List.copyOf(files);
    }

    /** How many events were fetched. */
    long events() {
        return events.get();
    }

    /** Whether it asked for events that are older than LookupEvents has, and not kept. */
    boolean older() {
        return older;
    }

    /** The seconds that it may still take; nothing before the first page. */
    OptionalDouble secondsLeft() {
        long done = secondsDone.get();
        if (ended || done == 0) {
            return ended ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        double elapsed = Math.max((System.nanoTime() - started) / 1e9, pageCount.get() * RateLimiter.SECONDS_A_PAGE);
        return OptionalDouble.of(elapsed * (seconds.get() - done) / done);
    }
}
