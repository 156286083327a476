package dev.trailwise.cli.option;

import dev.trailwise.aws.athena.NamedQueries;
import dev.trailwise.aws.athena.NamedQuery;
import dev.trailwise.query.SharedMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which saved queries are shared with a workgroup, and how carefully. */
public final class SharingOptions {
    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Only these queries.")
    public List<String> names = new ArrayList<>();

    @Option(names = "--topic", paramLabel = "TOPIC", split = ",", description = "Only queries of these topics.")
    List<String> topics = new ArrayList<>();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Say what would be done, and do nothing.")
    public boolean dryRun;

    @Option(names = "--force", description = "Replace also what was changed on the other side since it was pushed.")
    public boolean force;

    /** Whether a query is asked for; all are when none is named. */
    public boolean wants(String topic, String name) {
        return !chooses() || names.contains(name) || topics.contains(topic);
    }

    /** Whether some queries were named. */
    public boolean chooses() {
        return !names.isEmpty() || !topics.isEmpty();
    }

    /** The queries of a workgroup that were pushed by trailwise, by topic and name; the first of each. */
    public static Map<String, NamedQuery> ours(NamedQueries queries) {
        Map<String, NamedQuery> ours = new LinkedHashMap<>();
        for (NamedQuery query : queries.all()) {
            SharedMark.find(query.description()).ifPresent(mark -> ours.putIfAbsent(mark.path(), query));
        }
        return ours;
    }
}
