package dev.trailwise.aws.lookup;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Parallel;
import dev.trailwise.engine.FetchListener;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Fetches events with LookupEvents from several Regions at once. */
public final class LookupFetch {
    private final AwsClients clients;
    private final FetchListener listener;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<RegionFetch> fetches;
    private final List<Region> regions;

    /** A fetch that has not begun. */
    public LookupFetch(AwsClients clients, LookupJob job, FetchListener listener) {
        this.clients = clients;
        this.listener = listener;
        this.regions = List.copyOf(job.regions());
        this.fetches = regions.stream()
                .map(region -> new RegionFetch(job, region, stop, this::progress))
                .toList();
    }

    /**
     * What was fetched.
     *
     * @param files log files that have the events, each event once
     * @param failed the Regions of which not everything could be fetched
     * @param older whether events older than LookupEvents has were asked for
     * @param regions how many Regions were asked
     */
    public record Fetched(List<Path> files, SortedMap<Region, Failure> failed, boolean older, int regions) {
        public Fetched {
            files = List.copyOf(files);
        }

        /** Why there is nothing at all; none when something was fetched, be it that there are no events. */
        public Optional<Failure> nothing() {
            return files.isEmpty() && !failed.isEmpty() && failed.size() == regions
                    ? Optional.ofNullable(failed.get(failed.firstKey()))
                    : Optional.empty();
        }
    }

    /**
     * Fetches what is not kept yet.
     *
     * @throws Failure when it is stopped
     */
    public Fetched run() {
        List<Integer> all = IntStream.range(0, regions.size()).boxed().toList();
        List<Optional<Failure>> ends = Parallel.map(all, regions.size(), this::run);
        SortedMap<Region, Failure> failed = new TreeMap<>();
        all.forEach(at -> ends.get(at).ifPresent(failure -> failed.put(regions.get(at), failure)));
        return new Fetched(
                fetches.stream().flatMap(fetch -> fetch.files().stream()).toList(),
                failed,
                fetches.stream().anyMatch(RegionFetch::older),
                regions.size());
    }

    private Optional<Failure> run(int at) {
        Region region = regions.get(at);
        try {
            fetches.get(at).run(limiter -> new LookupPages(clients.lookup(region), region, limiter));
            return Optional.empty();
        } catch (Failure failed) {
            if (failed.exitCode() == ExitCode.INTERRUPTED) {
                throw failed;
            }
            return Optional.of(failed);
        } finally {
            progress();
        }
    }

    /** Reports a forecast once each Region has sent its first page. */
    private synchronized void progress() {
        double most = 0;
        boolean known = true;
        long events = 0;
        for (RegionFetch fetch : fetches) {
            var left = fetch.secondsLeft();
            known &= left.isPresent();
            most = Math.max(most, left.orElse(0));
            events += fetch.events();
        }
        Optional<Duration> left = known ? Optional.of(Duration.ofSeconds(Math.round(most))) : Optional.empty();
        listener.fetched(events, left, regions.size());
    }

    /** Ends it, from any thread; what was fetched until then is kept. */
    public void stop() {
        stop.countDown();
        for (RegionFetch fetch : fetches) {
            try {
                fetch.keep();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
