package dev.trailwise.cli.command;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.hunt.DetectionFilter;
import dev.trailwise.hunt.Hunt;
import dev.trailwise.hunt.HuntRequest;
import dev.trailwise.query.detection.Level;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs many detections in one scan. */
@Command(
        name = "hunt",
        description = "Run all detections in one scan, and show what they find.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise hunt --logs ./logs --from 7d",
            "  trailwise hunt --min-level high --fail-on high --from 1d",
            "  trailwise hunt --mitre T1562 --format ndjson --logs ./logs --all-time",
            "  trailwise hunt --from 30d --dry-run"
        })
public final class HuntCommand extends QueryCommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "Parameters of detections, for example own_accounts=111122223333,444455556666.")
    List<String> arguments = new ArrayList<>();

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
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with code 10 if there are findings of this level or higher.")
    @Nullable
    Level failOn;

    @Override
    SqlText question(Workspace workspace) {
        throw new IllegalStateException("a hunt makes its statements itself");
    }

    @Override
    protected ExitCode run(Workspace workspace) {
        return Hunt.run(
                workspace,
                new HuntRequest(
                        new DetectionFilter(names, topics, techniques, least),
                        arguments,
                        request(workspace),
                        summary,
                        Optional.ofNullable(failOn)));
    }
}
