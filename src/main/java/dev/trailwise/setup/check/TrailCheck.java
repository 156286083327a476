package dev.trailwise.setup.check;

import static dev.trailwise.engine.ResultColumn.text;

import dev.trailwise.aws.trails.ApiResult;
import dev.trailwise.config.SettingOverride;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.output.Format;
import dev.trailwise.run.ExitRule;
import dev.trailwise.setup.access.AccessPolicy;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the trail and shows the findings, with the changes that mend them. */
public final class TrailCheck {
    private static final List<String> SHORT = List.of("trail", "check", "level", "found");

    private final Workspace workspace;
    private final OutputChoice output;
    private final ChangeForm form;

    public TrailCheck(Workspace workspace, OutputChoice output, ChangeForm form) {
        this.workspace = workspace;
        this.output = output;
        this.form = form;
    }

    /**
     * Checks the trail that settings and flags name, or all trails.
     *
     * @param rule the exit codes, where rows stand for warnings
     */
    public ExitCode run(List<SettingOverride> flags, ExitRule rule) {
        List<Finding> findings = new TrailFindings(
                        workspace.clients(),
                        workspace.settings(flags).trail(),
                        workspace.host().clock())
                .all();
        boolean forPeople = output.format() == Format.TABLE && output.columns().isEmpty();
        OutputChoice choice = forPeople ? output.withColumns(SHORT) : output;
        Destination.write(choice, workspace, sink -> write(findings, sink));
        if (forPeople) {
            workspace.host().print(findings.stream().map(this::details).collect(Collectors.joining()));
        }
        List<Finding> unknown = findings.stream()
                .filter(finding -> finding.level() == Level.UNKNOWN)
                .toList();
        if (!unknown.isEmpty()) {
            workspace.messages().warning(unknown(unknown));
        }
        long warnings = findings.stream()
                .filter(finding -> finding.level() == Level.WARNING)
                .count();
        return rule.exit(unknown.isEmpty() ? ExitCode.SUCCESS : ExitCode.PARTIAL, warnings);
    }

    private void write(List<Finding> findings, RowSink sink) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(new @Nullable Object[] {
                finding.trail(),
                finding.check(),
                finding.level().toString(),
                finding.found(),
                finding.why(),
                finding.change().map(form::of).orElse(null)
            });
        }
        sink.all(
                List.of(text("trail"), text("check"), text("level"), text("found"), text("why"), text("change")), rows);
    }

    private String details(Finding finding) {
        if (finding.level() == Level.OK) {
            return "";
        }
        String title =
                (finding.trail().isEmpty() ? "" : finding.trail() + ", ") + finding.check() + ": " + finding.found();
        String change = finding.change().stream()
                .flatMap(mended -> form.of(mended).lines())
                .map(line -> "    " + Sanitizer.text(line) + "\n")
                .collect(Collectors.joining());
        return "\n" + Sanitizer.text(title) + "\n  " + Sanitizer.text(finding.why()) + "\n" + change;
    }

    private static Notice unknown(List<Finding> unknown) {
        List<String> actions = unknown.stream()
                .flatMap(finding -> finding.unanswered().stream())
                .filter(ApiResult.Unknown::denied)
                .map(ApiResult.Unknown::action)
                .distinct()
                .toList();
        String text = unknown.size() == 1 ? "1 check is unknown" : unknown.size() + " checks are unknown";
        return actions.isEmpty()
                ? new Notice(text)
                : new Notice(
                        text,
                        new Remedy.Permission(
                                actions,
                                actions.size() == 1
                                        ? "is the permission to ask for"
                                        : "are the permissions to ask for"),
                        Remedy.command(
                                CommandName.TABLE_POLICY,
                                FlagName.FOR,
                                AccessPolicy.CHECK.toString(),
                                "prints all permissions that the check needs"));
    }
}
