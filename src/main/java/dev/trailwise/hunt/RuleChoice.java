package dev.trailwise.hunt;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.sigma.RuleSet;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sigma rules to run in the place of the detections.
 *
 * @param paths files and folders of rules
 * @param skipRefused whether rules that are refused leave the exit code as it is
 */
public record RuleChoice(List<Path> paths, boolean skipRefused) {
    public RuleChoice {
        paths = List.copyOf(paths);
    }

    /** The rules that can be run. Those that cannot are named. */
    RuleSet read(Workspace workspace) {
        RuleSet rules = RuleSet.read(workspace.host().directory(), paths);
        rules.problems().forEach(problem -> workspace.messages().warning("rule refused: " + problem));
        if (rules.detections().isEmpty()) {
            throw Failure.usage("no rule for CloudTrail can be run");
        }
        return rules;
    }

    /** How the rules and correlations among these detections run. */
    static HuntPlan plan(RuleSet rules, List<SavedQuery> detections, List<String> arguments) {
        Set<String> names = detections.stream().map(SavedQuery::name).collect(Collectors.toSet());
        return HuntPlan.ofRules(
                rules.rules().stream()
                        .filter(rule -> names.contains(rule.name()))
                        .toList(),
                new CorrelationPlan(rules.correlations().stream()
                        .filter(correlation -> names.contains(correlation.name()))
                        .toList()),
                arguments);
    }

    /** The exit code of a hunt that some rules took no part in. */
    ExitCode exit(ExitCode exit, RuleSet rules, Workspace workspace) {
        if (rules.problems().isEmpty() || skipRefused) {
            return exit;
        }
        workspace
                .messages()
                .warning(new Notice(
                        rules.problems().size() == 1
                                ? "1 refused rule took no part"
                                : rules.problems().size() + " refused rules took no part",
                        Remedy.flag(FlagName.SKIP_REFUSED, "accepts that in the exit code")));
        return exit == ExitCode.SUCCESS || exit == ExitCode.NO_ROWS ? ExitCode.PARTIAL : exit;
    }
}
