package dev.trailwise.cli.option;

import dev.trailwise.share.QueryChoice;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which saved queries are shared with a workgroup, and how carefully. */
public final class SharingOptions {
    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Only these queries.")
    List<String> names = new ArrayList<>();

    @Option(names = "--topic", paramLabel = "TOPIC", split = ",", description = "Only queries of these topics.")
    List<String> topics = new ArrayList<>();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Print what would be done, and do nothing.")
    boolean dryRun;

    @Option(
            names = "--force",
            description = "Also replace queries that were changed on the other side since they were pushed.")
    boolean force;

    /** The queries that are meant. */
    public QueryChoice choice() {
        return new QueryChoice(names, topics, dryRun, force);
    }
}
