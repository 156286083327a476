package dev.trailwise.cli.mcp;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a client may spend. Settings such as {@code cost.max_per_day} hold besides.
 *
 * @param call US dollars for one call
 * @param session US dollars for all calls of this process
 * @param logs log files to read in the place of the trail; they cost nothing
 */
public record Limits(BigDecimal call, BigDecimal session, List<String> logs) {
    public Limits {
        logs = List.copyOf(logs);
    }
}
