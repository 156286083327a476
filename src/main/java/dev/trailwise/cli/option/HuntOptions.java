package dev.trailwise.cli.option;

import dev.trailwise.hunt.DetectionFilter;
import dev.trailwise.hunt.HuntRequest;
import dev.trailwise.hunt.RuleChoice;
import dev.trailwise.query.detection.Level;
import dev.trailwise.run.QueryRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which detections a hunt runs, and what their findings mean for a script. */
public final class HuntOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "Parameters of detections, for example own_accounts=111122223333,444455556666.")
    List<String> arguments = new ArrayList<>();

    @Option(
            names = "--sigma",
            paramLabel = "PATH",
            description = "Run the Sigma rules in this file or folder (repeatable) instead of the detections.")
    List<Path> rules = new ArrayList<>();

    @Option(
            names = "--skip-refused",
            description = "With --sigma, rules that are refused do not change the exit code. Default: exit code 3.")
    boolean skipRefused;

    @Option(names = "--detection", split = ",", paramLabel = "NAME", description = "Run only these detections.")
    List<String> names = new ArrayList<>();

    @Option(names = "--topic", split = ",", paramLabel = "TOPIC", description = "Run only detections of these topics.")
    List<String> topics = new ArrayList<>();

    @Option(
            names = "--mitre",
            split = ",",
            paramLabel = "ID",
            description = "Run only detections of these ATT&CK techniques and their sub-techniques: T1562.")
    List<String> techniques = new ArrayList<>();

    @Option(
            names = "--min-level",
            paramLabel = "LEVEL",
            description = "Run only detections of this level or higher: ${COMPLETION-CANDIDATES}. Default: all.")
    Level least = Level.INFORMATIONAL;

    @Option(names = "--summary", description = "Show one row for each detection, and no events.")
    boolean summary;

    @Option(
            names = "--since-last",
            description = "Search from a day before the end of the last such hunt, and leave out what it reported.")
    boolean sinceLast;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with code 10 if there are findings of this level or higher.")
    @Nullable
    Level failOn;

    /** What these options mean, for statements with that scope, engine and output. */
    public HuntRequest request(QueryRequest query) {
        return new HuntRequest(
                rules.isEmpty() ? Optional.empty() : Optional.of(new RuleChoice(rules, skipRefused)),
                new DetectionFilter(names, topics, techniques, least),
                arguments,
                query,
                summary,
                sinceLast,
                Optional.ofNullable(failOn));
    }
}
