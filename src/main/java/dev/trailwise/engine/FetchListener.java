package dev.trailwise.engine;

import java.time.Duration;
import java.util.Optional;

/** Receives the progress of fetching events. Called after each page, from several threads. */
public interface FetchListener {
    /**
     * So far.
     *
     * @param events events fetched
     * @param left how long it may still take; nothing until every Region has sent a page
     * @param regions how many Regions they are fetched from
     */
    void fetched(long events, Optional<Duration> left, int regions);
}
