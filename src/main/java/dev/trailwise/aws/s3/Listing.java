package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.AwsCall;
import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.ListedObject;
import dev.trailwise.aws.client.ObjectPage;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.TrailLayout;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/**
 * Lists runs of days, several at once, and sums up each day. A run that turns out to be long is halved while there are
 * hands free, which costs at most one call more.
 */
final class Listing {
    private static final int AT_ONCE = 16;

    /** A half must be expected to take this many pages, so that the call more stays below a tenth of all. */
    private static final int PAGES_WORTH_A_CALL = 12;

    private final AwsClients clients;
    private final String bucket;
    private final TrailLayout layout;
    private final Clock clock;
    private final ListingMeter meter;
    private final Predicate<ListedObject> wanted;
    private final SizeCache found = new SizeCache();
    private final Queue<ListedObject> objects = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Listing::daemon);
    private final AtomicInteger pending = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** A listing that counts objects, and keeps none of them. */
    Listing(AwsClients clients, String bucket, TrailLayout layout, Clock clock, ListingMeter meter) {
        this(clients, bucket, layout, clock, meter, object -> false);
    }

    /** @param wanted which objects are kept as well; asked by several threads */
    Listing(
            AwsClients clients,
            String bucket,
            TrailLayout layout,
            Clock clock,
            ListingMeter meter,
            Predicate<ListedObject> wanted) {
        this.wanted = wanted;
        this.clients = clients;
        this.bucket = bucket;
        this.layout = layout;
        this.clock = clock;
        this.meter = meter;
    }

    /** What was listed, completely, so far: also after a failure. */
    SizeCache found() {
        return found;
    }

    /** The wanted objects, in no order. */
    Collection<ListedObject> objects() {
        return objects;
    }

    /**
     * Lists the runs.
     *
     * @throws Failure when one of them cannot be listed to its end
     */
    void list(List<DaySpan> runs) {
        if (runs.isEmpty()) {
            return;
        }
        try {
            pending.set(1);
            runs.forEach(this::submit);
            finished();
            done.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.INTERRUPTED, "interrupted", interrupted);
        } finally {
            workers.shutdownNow();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void submit(DaySpan run) {
        pending.incrementAndGet();
        workers.execute(() -> {
            try {
                if (failure.get() == null) {
                    list(run);
                }
            } catch (RuntimeException failed) {
                failure.compareAndSet(null, failed);
                done.countDown();
            } finally {
                finished();
            }
        });
    }

    private void finished() {
        if (pending.decrementAndGet() == 0) {
            done.countDown();
        }
    }

    private void list(DaySpan whole) {
        DaySpan run = whole;
        DaySums sums = new DaySums(run.root(layout), clock.instant().truncatedTo(ChronoUnit.SECONDS), wanted);
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(run.prefix(layout))
                .startAfter(run.startAfter(layout))
                .build();
        boolean more = true;
        for (int pages = 1; more; pages++) {
            ObjectPage page = new ObjectPage();
            ListObjectsV2Response response = call(page.carriedBy(request));
            meter.page(page.objects().size());
            page.objects().forEach(sums::add);
            more = Boolean.TRUE.equals(response.isTruncated())
                    && !sums.isPast(run.days().last());
            if (more) {
                run = halved(run, sums.reached(), pages);
                request = request.toBuilder()
                        .continuationToken(response.nextContinuationToken())
                        .build();
            }
        }
        found.add(run.accountRegion(), sums.of(run.days()));
        objects.addAll(sums.kept(run.days()));
    }

    /** Gives the later half of what is left of the run to another hand, when there is one and enough is left. */
    private DaySpan halved(DaySpan run, LogDay reached, int pages) {
        DayRange days = run.days();
        if (reached.compareTo(days.first()) < 0 || pending.get() >= AT_ONCE) {
            return run;
        }
        long behind = new DayRange(days.first(), reached).count();
        long ahead = days.count() - behind;
        if (ahead < 2 || ahead * pages / (double) behind < 2 * PAGES_WORTH_A_CALL) {
            return run;
        }
        LogDay middle = reached.plusDays((ahead + 1) / 2);
        submit(run.from(middle.plusDays(1)));
        return run.until(middle);
    }

    private ListObjectsV2Response call(ListObjectsV2Request request) {
        return AwsCall.run("s3:ListBucket", "s3://" + bucket + "/" + request.prefix(), () -> {
            try {
                return clients.s3().listObjectsV2(request);
            } catch (NoSuchBucketException none) {
                throw S3Folders.noBucket(bucket, none);
            }
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "s3-listing");
        thread.setDaemon(true);
        return thread;
    }
}
