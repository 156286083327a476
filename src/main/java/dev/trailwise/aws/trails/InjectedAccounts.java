package dev.trailwise.aws.trails;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.Denied;
import dev.trailwise.aws.glue.GlueCatalog;
import dev.trailwise.aws.s3.S3Folders;
import dev.trailwise.aws.s3.SizedTrail;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.TrailLayout;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts that a query has to name where the table has injected accounts: Athena fails a query that names none
 * ({@code CONSTRAINT_VIOLATION}).
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection-dynamic-id-partitioning.html">Dynamic
 *     ID partitioning</a>
 */
public final class InjectedAccounts {
    /** The most values of an injected column that Athena takes in one query. */
    private static final int MOST = 1_000;

    private final AwsClients clients;
    private final SizedTrail trail;
    private final Map<TableName, SortedSet<AccountId>> known = new HashMap<>();

    /** Those of the tables over a trail. */
    public InjectedAccounts(AwsClients clients, SizedTrail trail) {
        this.clients = clients;
        this.trail = trail;
    }

    /**
     * The accounts of the trail, when a query of this table has to name them.
     *
     * @return empty when the table lists its accounts, or may not be looked at
     * @throws Failure when the trail has more accounts than a query can name
     */
    public SortedSet<AccountId> of(TableName table) {
        return known.computeIfAbsent(table, this::look);
    }

    private SortedSet<AccountId> look(TableName table) {
        if (!isInjected(table)) {
            return Collections.emptySortedSet();
        }
        SortedSet<AccountId> accounts = trail.accounts().isEmpty() ? found() : trail.accounts();
        if (accounts.size() > MOST) {
            throw new Failure(
                    ExitCode.USAGE,
                    "the table " + table + " needs its accounts named in each query, at most " + MOST
                            + ", and the trail has " + accounts.size(),
                    Remedy.flag(FlagName.ACCOUNT, "ACCOUNT,…", "names some"),
                    Remedy.command(CommandName.TABLE_CREATE, FlagName.UPDATE, "lists all of them in the table"));
        }
        return accounts;
    }

    private boolean isInjected(TableName table) {
        try {
            return new GlueCatalog(clients)
                    .find(table)
                    .map(found -> found.raw().parameters().getOrDefault("projection.account.type", ""))
                    .filter("injected"::equalsIgnoreCase)
                    .isPresent();
        } catch (Failure unseen) {
            return false; // Athena tells what is wrong with the table, and bills nothing for that
        }
    }

    private Stream<String> roots() {
        return trail.layouts(LogKind.EVENTS).map(TrailLayout::root);
    }

    private SortedSet<AccountId> found() {
        try {
            S3Folders folders = new S3Folders(clients, trail.bucket());
            return roots().flatMap(root -> folders.in(root).stream())
                    .flatMap(name -> AccountId.tryParse(name).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (Denied denied) {
            throw new Failure(
                    ExitCode.ACCESS,
                    denied.notice()
                            .and(
                                    "",
                                    Remedy.flag(
                                            FlagName.ACCOUNT,
                                            "ACCOUNT,…",
                                            "names the accounts; the table needs them in each query")),
                    denied);
        }
    }
}
