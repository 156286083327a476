package dev.trailwise.setup.guide;

import dev.trailwise.aws.glue.TablePlan;
import dev.trailwise.console.Prompt;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.setup.FoundSettings;
import dev.trailwise.setup.TableSetup;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;

/** Offers to create the table, or to bring it up to date. */
final class TableStep {
    private final Workspace workspace;
    private final Prompt prompt;

    TableStep(Workspace workspace, Prompt prompt) {
        this.workspace = workspace;
        this.prompt = prompt;
    }

    /** @return whether there is a table for every folder of logs now */
    boolean offer(FoundSettings found) {
        return Stream.of(Tables.EVENTS, Tables.EVENTS.ofAccounts())
                .filter(table ->
                        table.equals(Tables.EVENTS) || found.settings().trail().accountFolders())
                .map(this::offer)
                .reduce(true, Boolean::logicalAnd);
    }

    private boolean offer(TableDefinition definition) {
        try (TableSetup table = new TableSetup(workspace, List.of(), definition)) {
            return offer(table, table.compare());
        } catch (Failure failed) {
            workspace.messages().warning(failed.notice());
            return false;
        }
    }

    private boolean offer(TableSetup table, TablePlan plan) {
        if (plan instanceof TablePlan.UpToDate) {
            say("  " + table.name() + " is up to date");
            return true;
        }
        if (plan instanceof TablePlan.Replace) {
            plan.check(true, false);
        }
        boolean missing = plan instanceof TablePlan.Create;
        if (missing) {
            say("  table     " + table.name() + "\n  location  "
                    + Sanitizer.text(plan.result().location()) + "\n  columns   "
                    + plan.result().columns().size() + ", partitioned by account, Region and day");
        } else {
            say("  " + table.name() + " differs from your trail:");
            plan.differences().forEach(difference -> say("  " + Sanitizer.text(difference.line())));
        }
        if (!prompt.agree((missing ? "Create" : "Update") + " this table in the Glue catalog?")) {
            say("  " + table.name() + (missing ? " was not created" : " was not changed"));
            return !missing;
        }
        table.apply(plan);
        say("  " + table.name() + (missing ? " created" : " updated"));
        return true;
    }

    private void say(String text) {
        workspace.messages().info(new Notice(text));
    }
}
