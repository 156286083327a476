package dev.trailwise.aws.glue;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.table.GlueTable;
import dev.trailwise.table.TableDifference;
import java.util.List;
import java.util.stream.Collectors;

/** What it takes to have a table as it should be. */
public sealed interface TablePlan {
    /** The table once the plan is carried out. */
    GlueTable result();

    /** What differs now; empty when there is no table yet. */
    default List<TableDifference> differences() {
        return List.of();
    }

    /**
     * Checks that the user allowed what the plan does to a table that is there.
     *
     * @throws Failure when it changes one and that was not allowed, with what it would change
     */
    default void check(boolean update, boolean replace) {}

    /** There is no such table. */
    record Create(GlueTable result) implements TablePlan {}

    /** It is there and as it should be. */
    record UpToDate(GlueTable result) implements TablePlan {}

    /** It is ours and differs. */
    record Update(CatalogTable there, GlueTable result, List<TableDifference> differences) implements TablePlan {
        public Update {
            differences = List.copyOf(differences);
        }

        @Override
        public void check(boolean update, boolean replace) {
            if (!update && !replace) {
                throw new Failure(
                        ExitCode.USAGE,
                        "the table " + result.name() + " differs from your trail:\n" + lines(),
                        Remedy.command(
                                CommandName.TABLE_CREATE,
                                FlagName.UPDATE,
                                "changes it; what others added to it stays"));
            }
        }

        private String lines() {
            return differences.stream()
                    .map(difference -> "  " + difference.line())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Its name is taken by a table that is not ours. */
    record Replace(CatalogTable there, GlueTable result, List<TableDifference> differences) implements TablePlan {
        public Replace {
            differences = List.copyOf(differences);
        }

        @Override
        public void check(boolean update, boolean replace) {
            if (!replace) {
                throw new Failure(
                        ExitCode.USAGE,
                        "there is a table " + result.name() + " that trailwise did not make",
                        Remedy.setting(SettingName.TABLE_NAME, "gives yours another name"),
                        Remedy.command(CommandName.TABLE_CREATE, FlagName.REPLACE, "replaces it"));
            }
        }
    }
}
