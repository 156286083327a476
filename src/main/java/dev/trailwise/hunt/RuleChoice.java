package dev.trailwise.hunt;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.sigma.RuleSet;
import dev.trailwise.sigma.SigmaRule;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;

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
        if (rules.rules().isEmpty()) {
            throw Failure.usage("no rule for CloudTrail can be run");
        }
        return rules;
    }

    static List<SigmaRule> taken(RuleSet rules, List<SavedQuery> detections) {
        List<String> names = detections.stream().map(SavedQuery::name).toList();
        return rules.rules().stream()
                .filter(rule -> names.contains(rule.name()))
                .toList();
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
