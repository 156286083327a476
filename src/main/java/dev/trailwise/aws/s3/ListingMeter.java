package dev.trailwise.aws.s3;

import dev.trailwise.engine.ListingProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Counts what a listing does, and tells of it when it takes long. */
final class ListingMeter {
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Clock clock;
    private final ListingProgress progress;
    private final AtomicLong objects = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicReference<Instant> next;

    ListingMeter(Clock clock, ListingProgress progress) {
        this.clock = clock;
        this.progress = progress;
        this.next = new AtomicReference<>(clock.instant().plus(QUIET));
    }

    /** A page has come. */
    void page(int count) {
        long total = objects.addAndGet(count);
        requests.incrementAndGet();
        Instant now = clock.instant();
        Instant due = next.get();
        if (!now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE))) {
            progress.listed(total, requests.get());
        }
    }

    /** How many LIST requests were answered. */
    long requests() {
        return requests.get();
    }
}
