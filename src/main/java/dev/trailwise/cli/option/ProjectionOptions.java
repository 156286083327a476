package dev.trailwise.cli.option;

import dev.trailwise.setup.Projection;
import picocli.CommandLine.Option;

/** What partitions the table has, where they are not to be those that are found. */
public final class ProjectionOptions {
    @Option(names = "--all-regions", description = "All Regions of this part of AWS, with logs or without.")
    boolean allRegions;

    @Option(
            names = "--any-account",
            description =
                    "Any account, known or not. Every query then has to name its accounts, at most 1,000; Trailwise adds"
                            + " those it knows.")
    boolean anyAccount;

    /** The partitions that are meant. */
    public Projection projection() {
        return new Projection(allRegions, anyAccount);
    }
}
