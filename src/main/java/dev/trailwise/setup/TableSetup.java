package dev.trailwise.setup;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.glue.GlueCatalog;
import dev.trailwise.aws.glue.TablePlan;
import dev.trailwise.config.SettingOverride;
import dev.trailwise.config.Settings;
import dev.trailwise.console.Prompt;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.TableRendering;
import dev.trailwise.workspace.Workspace;
import java.util.List;

/** Creates, compares, prints and drops a table of the trail. */
public final class TableSetup implements AutoCloseable {
    private final Workspace workspace;
    private final Settings settings;
    private final AwsClients clients;
    private final TableDefinition definition;
    private final TablePlanner planner;
    private final GlueCatalog catalog;

    /** @param flags what the command line sets in place of the settings */
    public TableSetup(Workspace workspace, List<SettingOverride> flags, TableDefinition definition) {
        this.workspace = workspace;
        this.settings = workspace.settings(flags);
        this.clients = workspace.aws(settings);
        this.definition = definition;
        this.planner = new TablePlanner(workspace, settings, clients, definition);
        this.catalog = new GlueCatalog(clients);
    }

    /** The table's name. */
    public TableName name() {
        return settings.table().of(definition);
    }

    /** Compares the table with the trail, over the partitions that it was created with. */
    public TablePlan compare() {
        return compare(Projection.of(catalog, name()));
    }

    /** Carries out what a comparison found. */
    public void apply(TablePlan plan) {
        catalog.apply(plan);
    }

    /** Compares the table with the trail. */
    public TablePlan compare(Projection projection) {
        return catalog.plan(planner.fromBucket(projection));
    }

    /**
     * Creates the table, or brings it up to date.
     *
     * @param dryRun whether only what would change is reported
     * @param update whether a table that differs is changed
     * @param replace whether a table of that name is replaced, whoever created it
     */
    public TablePlan create(Projection projection, boolean dryRun, boolean update, boolean replace) {
        ResultsCheck results = ResultsCheck.begin(workspace.messages(), clients, settings);
        ProjectedTable table = planner.fromBucket(projection);
        results.check();
        TablePlan plan = catalog.plan(table);
        if (dryRun) {
            plan.differences().forEach(difference -> workspace.messages().info("  " + difference.line()));
        } else {
            plan.check(update, replace);
            catalog.apply(plan);
        }
        planner.tellConsequences(table);
        return plan;
    }

    /** The table as code. The bucket is read only for what the settings leave out. */
    public String code(Projection projection, TableRendering rendering) {
        ProjectedTable table = planner.fromSettings(projection);
        planner.tellConsequences(table);
        return rendering.of(table);
    }

    /**
     * Deletes the table from the catalog, once a person agreed.
     *
     * @param dryRun whether it is only looked for
     * @param yes whether somebody agreed already
     */
    public void drop(boolean dryRun, boolean yes) {
        catalog.findOurs(name());
        if (dryRun) {
            return;
        }
        if (!yes) {
            new Prompt(workspace.console())
                    .confirm("Drop the table " + name() + " from the catalog in " + clients.region() + "?");
        }
        catalog.drop(name());
    }

    @Override
    public void close() {
        clients.close();
    }
}
