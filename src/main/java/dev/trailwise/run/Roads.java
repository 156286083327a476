package dev.trailwise.run;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.CallerIdentity;
import dev.trailwise.aws.lookup.LookupFilter;
import dev.trailwise.aws.lookup.LookupJob;
import dev.trailwise.aws.s3.ArchiveFolder;
import dev.trailwise.aws.s3.CopiedDays;
import dev.trailwise.aws.s3.SizedTrail;
import dev.trailwise.config.Settings;
import dev.trailwise.cost.DownloadPrice;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.PartitionRange;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.Failure;
import dev.trailwise.run.Road.Answers;
import dev.trailwise.run.Road.Name;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.sql.scan.Scans;
import dev.trailwise.sql.scan.TableScan;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.workspace.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each place has of the answer to a query of the trail, and what it costs there. */
final class Roads {
    private final Workspace workspace;
    private final Settings settings;
    private final SizedTrail trail;
    private final CompiledQuery query;
    private final AwsClients clients;
    private final Instant now;

    Roads(Workspace workspace, CompiledQuery query, AwsClients clients) {
        this.workspace = workspace;
        this.settings = workspace.settings();
        this.trail = Pricing.trail(settings);
        this.query = query;
        this.clients = clients;
        this.now = workspace.host().clock().instant();
    }

    /** The folder of the copies of the trail's files. */
    static ArchiveFolder folder(Workspace workspace) {
        return new ArchiveFolder(
                workspace.archiveFolder().resolve(workspace.settings().trail().requiredBucket()));
    }

    /** The copies of the trail's files; nothing when there are none. */
    static List<String> copies(Workspace workspace) {
        return folder(workspace).logs(Pricing.trail(workspace.settings()));
    }

    /** The copies on this machine, looked at without a request. */
    Road archive() {
        try {
            DuckDbSql.of(query);
        } catch (Failure unsupported) {
            return road(
                    Name.ARCHIVE,
                    Answers.NONE,
                    Usd.ZERO,
                    unsupported.getMessage().lines().findFirst().orElse(""));
        }
        CopiedDays copied = new CopiedDays(true, Optional.empty(), 0);
        for (TableDefinition table : query.tables().values()) {
            copied = copied.and(copied(LogFolders.of(table.kind())));
            if (settings.trail().accountFolders()) {
                copied = copied.and(copied(new LogFolders(table.kind(), true)));
            }
        }
        Optional<Instant> asOf = copied.asOf();
        if (copied.whole() && !copies(workspace).isEmpty()) {
            String when = asOf.map(at -> " as of " + at.truncatedTo(ChronoUnit.MINUTES) + " or later")
                    .orElse("");
            return road(Name.ARCHIVE, Answers.ALL, Usd.ZERO, "the archive has all files of this scope" + when);
        }
        return asOf.isPresent()
                ? road(Name.ARCHIVE, Answers.PART, Usd.ZERO, "the archive lacks files of this scope")
                : road(Name.ARCHIVE, Answers.NONE, Usd.ZERO, "the archive has no files of this scope");
    }

    private CopiedDays copied(LogFolders which) {
        ArchiveFolder folder = folder(workspace);
        return CopiedDays.of(
                trail,
                clients.s3Endpoint(),
                folder.records(),
                which,
                PartitionRange.of(query.scope()),
                folder,
                query.scope().time().to(),
                now);
    }

    /** CloudTrail's event history; AWS is asked whose it is. */
    Road lookup() {
        try {
            DuckDbSql.of(query);
            List<TableScan> scans = Scans.of(AthenaSql.parse(query.text()), query.tables(), now);
            boolean kinds = query.tables().values().stream().allMatch(table -> LookupJob.KINDS.contains(table.kind()));
            boolean management = settings.trail().dataEvents().equals(Optional.of(false))
                    || scans.stream().allMatch(LookupFilter::keepsManagementEventsOnly);
            if (!kinds || !management) {
                return road(Name.LOOKUP, kinds ? Answers.PART : Answers.NONE, Usd.ZERO, "has management events only");
            }
            if (query.scope().time().from().isBefore(now.minus(LookupJob.KEPT))) {
                return road(Name.LOOKUP, Answers.PART, Usd.ZERO, "has the last 90 days only");
            }
            AccountId caller = CallerIdentity.of(clients).account();
            if (!asked().equals(Set.of(caller))) {
                return road(Name.LOOKUP, Answers.PART, Usd.ZERO, "has events of account " + caller + " only");
            }
            boolean filtered = query.tables().entrySet().stream()
                    .map(table -> LookupFilter.of(
                            table.getValue().kind(),
                            scans.stream()
                                    .filter(scan -> scan.table().equals(table.getKey()))
                                    .toList()))
                    .noneMatch(LookupFilter.NONE::equals);
            return filtered
                    ? road(
                            Name.LOOKUP,
                            Answers.ALL,
                            Usd.ZERO,
                            "it has all events of this query, 100 a second and Region")
                    : road(Name.LOOKUP, Answers.SLOW, Usd.ZERO, "fetches all events, 100 a second and Region");
        } catch (Failure unable) {
            return road(
                    Name.LOOKUP,
                    Answers.NONE,
                    Usd.ZERO,
                    unable.getMessage().lines().findFirst().orElse(""));
        }
    }

    /** The accounts that the query asks for; empty for any that the bucket may have. */
    private Set<AccountId> asked() {
        return query.scope().accounts().isEmpty()
                ? trail.accounts()
                : query.scope().accounts();
    }

    /** Athena, and a copy of the files it would read, by the sizes of the files. */
    List<Road> paid(CompiledQuery compiled, Pricing pricing) {
        Estimate estimate = pricing.quote(compiled, clients).estimate();
        DownloadPrice copy = DownloadPrice.of(
                estimate.getRequests(),
                estimate.bytes(),
                estimate.listRequests(),
                estimate.prices().requests());
        return List.of(
                road(
                        Name.ATHENA,
                        estimate.archived().isEmpty() ? Answers.ALL : Answers.PART,
                        estimate.total(),
                        "scans " + estimate.bytes() + " ("
                                + estimate.precision().word() + ")"),
                road(
                        Name.SYNC,
                        estimate.archived().isEmpty() ? Answers.ALL : Answers.PART,
                        copy.most(),
                        "at most, once; less inside the bucket's Region"));
    }

    private static Road road(Name name, Answers answers, Usd price, String reason) {
        return new Road(name, answers, price, reason);
    }
}
