package dev.trailwise.history;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import java.time.Duration;

/**
 * What a question took.
 *
 * @param scanned the bytes that were read
 * @param billed the bytes that are billed
 * @param usd the price of these, without requests to S3
 * @param took how long it ran, with the time in the queue
 */
public record ActualCost(Bytes scanned, Bytes billed, Usd usd, Duration took) {}
