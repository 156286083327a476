package dev.trailwise.run;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.AwsRegions;
import dev.trailwise.aws.client.CallerIdentity;
import dev.trailwise.aws.lookup.LookupFilter;
import dev.trailwise.aws.lookup.LookupJob;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.scan.Scans;
import dev.trailwise.sql.scan.TableScan;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import dev.trailwise.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides what LookupEvents is asked for, and refuses what it cannot answer. */
final class LookupPlan {
    private static final Remedy ATHENA = Remedy.flag(FlagName.ENGINE, "athena", "queries the trail's bucket");
    private static final Remedy LOGS = Remedy.flag(FlagName.LOGS, "DIR", "queries log files on this machine");

    private final Workspace workspace;
    private final AwsClients clients;

    LookupPlan(Workspace workspace, AwsClients clients) {
        this.workspace = workspace;
        this.clients = clients;
    }

    /**
     * What to fetch for a query.
     *
     * @param recent a folder of its own
     * @throws Failure when LookupEvents cannot have any of it
     */
    LookupJob job(CompiledQuery query, Path recent) {
        Scope scope = query.scope();
        Instant now = workspace.host().clock().instant();
        List<TableScan> scans = Scans.of(AthenaSql.parse(query.text()), query.tables(), now);
        Map<LogKind, LookupFilter> wanted = new EnumMap<>(LogKind.class);
        query.tables().forEach((table, definition) -> {
            List<TableScan> ofTable =
                    scans.stream().filter(scan -> scan.table().equals(table)).toList();
            if (!LookupJob.KINDS.contains(definition.kind())
                    || ofTable.stream().anyMatch(LookupFilter::keepsDataEventsOnly)) {
                throw Failure.usage("LookupEvents has no data events and no network activity", ATHENA, LOGS);
            }
            wanted.put(definition.kind(), LookupFilter.of(definition.kind(), ofTable));
        });
        if (scope.time().to().isBefore(now.minus(LookupJob.KEPT))) {
            throw Failure.usage(
                    "LookupEvents has no events before " + now.minus(LookupJob.KEPT) + ", and the scope ends at "
                            + scope.time().to(),
                    ATHENA,
                    LOGS);
        }
        AccountId account = CallerIdentity.of(clients).account();
        if (!scope.coversAccount(account)) {
            throw Failure.usage(
                    "LookupEvents only has events of account " + account + ", which " + FlagName.ACCOUNT
                            + " leaves out",
                    Remedy.flag(FlagName.PROFILE, "NAME", "uses credentials of another account"),
                    ATHENA);
        }
        boolean past = scope.time().from().isBefore(now);
        TimeRange times = past && scope.time().to().isAfter(now)
                ? new TimeRange(scope.time().from(), now)
                : scope.time();
        return new LookupJob(
                workspace.lookupFolder(),
                recent,
                account,
                past ? regions(scope, scans) : new TreeSet<>(),
                wanted,
                times,
                now);
    }

    private SortedSet<Region> regions(Scope scope, List<TableScan> scans) {
        SortedSet<Region> ofTrail = workspace.settings().trail().regions();
        SortedSet<Region> all = !scope.regions().isEmpty()
                ? scope.regions()
                : ofTrail.isEmpty() ? AwsRegions.besides(clients.region()) : ofTrail;
        return all.stream()
                .filter(region -> scans.isEmpty() || scans.stream().anyMatch(scan -> scan.mayRead(region)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
