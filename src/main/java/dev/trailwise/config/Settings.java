package dev.trailwise.config;

import dev.trailwise.table.TableName;
import java.nio.file.Path;

/**
 * Settings that apply to every command. Every part has a default, but for the
 * bucket.
 *
 * @param trail where the logs are
 * @param table the Athena table over them; its siblings take their names from it
 * @param athena how Athena is asked
 * @param cost what a query may cost
 * @param local what a query on this machine may use
 * @param pager whether answers longer than the terminal's window go through a pager
 * @param prefer what matters where a query can run in several places
 * @param queries the folder of the user's own saved queries; it need not exist
 * @param archive the folder of what is kept on this machine: downloaded logs, their store, the history; it need not exist
 */
public record Settings(
        TrailSettings trail,
        TableName table,
        AthenaSettings athena,
        CostSettings cost,
        LocalSettings local,
        boolean pager,
        Preference prefer,
        Path queries,
        Path archive) {
    /** The same settings over another trail, as {@code init} finds it. */
    public Settings with(TrailSettings other) {
        return new Settings(other, table, athena, cost, local, pager, prefer, queries, archive);
    }

    /** The same settings with Athena asked in another way. */
    public Settings with(AthenaSettings other) {
        return new Settings(trail, table, other, cost, local, pager, prefer, queries, archive);
    }
}
