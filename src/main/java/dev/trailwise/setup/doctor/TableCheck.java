package dev.trailwise.setup.doctor;

import dev.trailwise.aws.glue.GlueCatalog;
import dev.trailwise.aws.glue.TablePlan;
import dev.trailwise.config.Settings;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.output.Counts;
import dev.trailwise.setup.Projection;
import dev.trailwise.setup.TablePlanner;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table in the Glue catalog: whether it is there, and equal to what the trail needs. */
final class TableCheck {
    private static final int MOST_LINES = 5;

    private final Workspace workspace;

    TableCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    CheckResult table() {
        FoundNotices notices = new FoundNotices();
        String found = state(Tables.EVENTS, notices);
        if (workspace.settings().trail().accountFolders()) {
            found += "\n" + state(Tables.EVENTS.ofAccounts(), notices);
        }
        return CheckResult.of(found, notices);
    }

    private String state(TableDefinition definition, FoundNotices notices) {
        Settings settings = workspace.settings();
        GlueCatalog catalog = new GlueCatalog(workspace.clients());
        TableName name = settings.table().of(definition);
        TablePlanner planner = new TablePlanner(workspace, settings, workspace.clients(), definition, notices);
        TablePlan plan = catalog.plan(planner.fromBucket(Projection.of(catalog, name)));
        if (plan instanceof TablePlan.Create) {
            throw new Failure(
                    ExitCode.QUERY_FAILED, "there is no table " + name, create(definition, false, "creates it"));
        }
        if (plan instanceof TablePlan.UpToDate) {
            return name + ", up to date";
        }
        String differences = plan.differences().stream()
                .limit(MOST_LINES)
                .map(difference -> "\n  " + Sanitizer.text(difference.line()))
                .collect(Collectors.joining());
        int more = plan.differences().size() - MOST_LINES;
        String rest = more > 0 ? "\n  and " + Counts.of(more, "more difference") : "";
        notices.warning(
                plan instanceof TablePlan.Update
                        ? new Notice(
                                "differs from your trail:" + differences + rest, create(definition, true, "changes it"))
                        : new Notice("not made by trailwise" + differences + rest));
        return name.toString();
    }

    private static Remedy create(TableDefinition definition, boolean update, String effect) {
        List<Remedy.Argument> arguments = new ArrayList<>();
        if (definition.folders().ofAccounts()) {
            arguments.add(new Remedy.Argument(FlagName.ACCOUNT_FOLDERS, ""));
        }
        if (update) {
            arguments.add(new Remedy.Argument(FlagName.UPDATE, ""));
        }
        return new Remedy.Command(CommandName.TABLE_CREATE, arguments, effect);
    }
}
