package dev.trailwise.aws.lookup;

import java.time.Instant;

/**
 * An event of a page.
 *
 * @param time when it happened, in whole seconds
 * @param record the event as CloudTrail wrote it, a JSON object
 */
record FetchedEvent(Instant time, String record) {}
