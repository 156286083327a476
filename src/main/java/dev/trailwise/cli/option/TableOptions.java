package dev.trailwise.cli.option;

import dev.trailwise.config.SettingOverride;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.SettingName;
import dev.trailwise.setup.TableSetup;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableKind;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which table. */
public final class TableOptions {
    @Mixin
    TrailOptions trail = new TrailOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "events",
            description = "Which files it reads: ${COMPLETION-CANDIDATES}. Default: events.")
    TableKind kind = TableKind.EVENTS;

    @Option(
            names = "--account-folders",
            description = "The table of account folders next to the organization's folder. Queries"
                    + " read both tables when trail.account_folders is true.")
    boolean accountFolders;

    @Option(names = "--database", paramLabel = "NAME", description = "The Glue database.")
    @Nullable
    String database;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "The name of the table of events; tables of other kinds append theirs.")
    @Nullable
    String table;

    /** The table that is meant, to be set up. */
    public TableSetup open(Workspace workspace) {
        TableDefinition definition = accountFolders ? kind.definition().ofAccounts() : kind.definition();
        return new TableSetup(workspace, overrides(), definition);
    }

    /** What these say of the settings. */
    private List<SettingOverride> overrides() {
        List<SettingOverride> overrides = new ArrayList<>(trail.overrides());
        if (database != null) {
            overrides.add(new SettingOverride(FlagName.DATABASE, SettingName.TABLE_DATABASE, database));
        }
        if (table != null) {
            overrides.add(new SettingOverride(FlagName.TABLE, SettingName.TABLE_NAME, table));
        }
        return overrides;
    }
}
