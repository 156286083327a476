package dev.trailwise.aws.lookup;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The events of one gap as their pages come, the newest first. What is later than the last event of a page is complete:
 * it is kept now and then, so that a fetch that is stopped goes on from there. Two threads use it: one may stop the other.
 */
final class GapEvents {
    /** Events that are written at once: some seconds of fetching. */
    private static final int ENOUGH = 2_000;

    private static final int ENOUGH_TEXT = 8_000_000;

    private final TimeRange gap;
    private final Instant settled;
    private final EventCache kept;
    private final EventCache recent;
    private final List<FetchedEvent> pending = new ArrayList<>();

    /** From here on everything is kept. */
    private Instant written;

    /** From here on everything is known. */
    private Instant known;

    private Instant last;
    private long length;
    private boolean ordered = true;
    private boolean stopped;

    /**
     * @param settled from this time on, events may still join: those are not kept for other queries
     * @param recent where those go
     */
    GapEvents(TimeRange gap, Instant settled, EventCache kept, EventCache recent) {
        this.gap = gap;
        this.settled = settled;
        this.kept = kept;
        this.recent = recent;
        this.written = gap.to();
        this.known = gap.to();
        this.last = gap.to();
    }

    /**
     * Takes a page.
     *
     * @param end whether it was the last
     * @throws Failure UNAVAILABLE when an event comes after those around it were kept
     */
    synchronized void take(List<FetchedEvent> page, boolean end) throws IOException {
        for (FetchedEvent event : page) {
            Instant time = event.time();
            if (time.isBefore(gap.from()) || !time.isBefore(gap.to())) {
                continue; // not asked for, and part of another slice
            }
            if (!time.isBefore(written)) {
                throw new Failure(
                        ExitCode.UNAVAILABLE,
                        "AWS CloudTrail sent events out of order (" + time + " after " + last + ")");
            }
            ordered &= time.isBefore(known);
            last = time.isBefore(last) ? time : last;
            pending.add(event);
            length += event.record().length();
        }
        Instant complete = last.plusSeconds(1);
        known = end ? gap.from() : !ordered ? written : complete.isBefore(known) ? complete : known;
        if (pending.size() >= ENOUGH || length >= ENOUGH_TEXT) {
            keep(true);
        }
    }

    /** From this time on, all events of the gap are known. */
    synchronized Instant known() {
        return known;
    }

    /**
     * What is left to list when AWS does not take a token any more.
     *
     * @param listed what was listed
     * @throws Failure UNAVAILABLE when nothing of it is known
     */
    synchronized TimeRange restart(TimeRange listed) {
        if (!known.isBefore(listed.to()) || !known.isAfter(gap.from())) {
            throw new Failure(ExitCode.UNAVAILABLE, "AWS CloudTrail rejected the token of its own page");
        }
        pending.removeIf(event -> event.time().isBefore(known));
        last = known;
        return new TimeRange(gap.from(), known);
    }

    /** Keeps what is known, and nothing more. */
    synchronized void stop() throws IOException {
        keep(false);
        stopped = true;
    }

    /** @param all whether recent events are needed too */
    synchronized void keep(boolean all) throws IOException {
        if (stopped || !known.isBefore(written)) {
            return;
        }
        stopped = true; // a write that fails, or is interrupted, is the last one: what it left out is fetched again
        pending.sort(Comparator.comparing(FetchedEvent::time).reversed());
        List<FetchedEvent> complete = pending.stream()
                .takeWhile(event -> !event.time().isBefore(known))
                .toList();
        pending.subList(0, complete.size()).clear();
        length = 0; // the few that are left do not matter
        Instant from = known.isAfter(settled) ? known : settled;
        if (from.isBefore(written) && all) {
            recent.keep(
                    new TimeRange(from, written),
                    complete.stream()
                            .filter(event -> !event.time().isBefore(settled))
                            .toList());
        }
        Instant to = written.isBefore(settled) ? written : settled;
        if (known.isBefore(to)) {
            kept.keep(
                    new TimeRange(known, to),
                    complete.stream()
                            .filter(event -> event.time().isBefore(settled))
                            .toList());
        }
        written = known;
        stopped = false;
    }
}
