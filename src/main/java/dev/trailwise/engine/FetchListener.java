package dev.trailwise.engine;

import java.time.Duration;
import java.util.Optional;

/** Is told how the fetching of events comes along. Called after each page, from several threads. */
public interface FetchListener {
    /**
     * So far.
     *
     * @param events events fetched
     * @param left how long it may still take; nothing before all Regions have told
     * @param regions how many Regions they are fetched from
     */
    void fetched(long events, Optional<Duration> left, int regions);
}
