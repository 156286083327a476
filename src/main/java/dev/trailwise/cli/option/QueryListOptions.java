package dev.trailwise.cli.option;

import dev.trailwise.query.listing.QueryFilter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which saved queries to list. */
public final class QueryListOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "List only queries with these words in their name, title or description.")
    List<String> words = new ArrayList<>();

    @Option(names = "--topic", split = ",", paramLabel = "TOPIC", description = "List only queries of these topics.")
    List<String> topics = new ArrayList<>();

    @Option(
            names = "--mitre",
            split = ",",
            paramLabel = "ID",
            description = "List only queries of these ATT&CK techniques and their sub-techniques: T1562.")
    List<String> techniques = new ArrayList<>();

    @Option(names = "--detections", description = "List only detections, which 'trailwise hunt' runs.")
    boolean detections;

    /** What these options mean. */
    public QueryFilter filter() {
        return new QueryFilter(words, topics, techniques, detections);
    }
}
