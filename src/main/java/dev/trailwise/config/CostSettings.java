package dev.trailwise.config;

import dev.trailwise.cost.Usd;
import java.util.Optional;

/**
 * What a query may cost.
 *
 * @param maxPerQuery a query estimated above this is refused, unless a flag raises it
 * @param maxPerDay a query is refused when it would bring the day's total, in UTC, above this; none means no limit
 * @param confirmAbove a query estimated above this is asked about at a terminal
 * @param pricePerTb what Athena takes for 10^12 bytes scanned; none means the price list's, by Region
 */
public record CostSettings(Usd maxPerQuery, Optional<Usd> maxPerDay, Usd confirmAbove, Optional<Usd> pricePerTb) {}
