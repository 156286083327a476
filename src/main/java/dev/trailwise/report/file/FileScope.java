package dev.trailwise.report.file;

import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.util.List;
import java.util.Optional;

/**
 * What part of the logs a report is about.
 *
 * @param from its beginning, as the command line would have it
 * @param to its end, as the command line would have it
 * @param allTime whether it is about all times
 * @param accounts empty for all
 * @param regions empty for all
 */
public record FileScope(
        Optional<String> from, Optional<String> to, boolean allTime, List<AccountId> accounts, List<Region> regions) {
    /** Nothing is said of it. */
    public static final FileScope NONE = new FileScope(Optional.empty(), Optional.empty(), false, List.of(), List.of());

    public FileScope {
        accounts = List.copyOf(accounts);
        regions = List.copyOf(regions);
    }
}
