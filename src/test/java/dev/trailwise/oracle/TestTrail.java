package dev.trailwise.oracle;

import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.table.AccountProjection;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import dev.trailwise.trail.TrailLayout;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The sample trail, or some days of it, in one of the layouts that trails have in S3.
 *
 * @param name what it is called; also its database in Trino, and its folder
 * @param layout where its files lie
 * @param accounts whose files it has
 * @param injected whether its table takes accounts from the query, so that each query must name them
 * @param organizationSince the day since which its files lie in the folder of its organization; before it they lie in
 *     those of single accounts
 * @param first the first day that it has
 * @param last the last day that it has
 */
record TestTrail(
        String name,
        TrailLayout layout,
        SortedSet<AccountId> accounts,
        boolean injected,
        LocalDate organizationSince,
        LocalDate first,
        LocalDate last) {
    /** Those of the sample, and one that it has no logs of. */
    private static final SortedSet<Region> REGIONS = regions(
            "us-east-1", "eu-west-1", "eu-central-1", "ap-southeast-1", "us-west-2", "ap-southeast-2", "sa-east-1");

    /** The day on which the most happens. */
    static final LocalDate BUSY = SampleTrail.FIRST_DAY.plusDays(4);

    /** All ten days of the sample. */
    static final TestTrail WHOLE = new TestTrail(
            "organization",
            SampleTrail.LAYOUT,
            all(),
            false,
            LocalDate.MIN,
            SampleTrail.FIRST_DAY,
            SampleTrail.LAST_DAY);

    /** Three days with the intrusion in them, in each layout. */
    static final List<TestTrail> SMALL = List.of(
            small("few_days", SampleTrail.LAYOUT, all(), false),
            small("one_account", TrailLayout.ofAccounts(""), accounts(SampleTrail.PRODUCTION), false),
            small("with_prefix", TrailLayout.ofOrganization("logs/trail", SampleTrail.ORGANIZATION), all(), false),
            small(
                    "control_tower",
                    TrailLayout.ofOrganization(SampleTrail.ORGANIZATION.id(), SampleTrail.ORGANIZATION),
                    all(),
                    false),
            small("injected", SampleTrail.LAYOUT, all(), true),
            new TestTrail("both", SampleTrail.LAYOUT, all(), false, BUSY.plusDays(1), BUSY, BUSY.plusDays(2)));

    /** A day of events that {@link RuleEvents} writes, for Sigma rules. */
    static final TestTrail RULES = new TestTrail(
            "sigma_rules", SampleTrail.LAYOUT, accounts(SampleTrail.PRODUCTION), false, LocalDate.MIN, BUSY, BUSY);

    /** All of these but the last. */
    static final List<TestTrail> ALL =
            Stream.concat(Stream.of(WHOLE), SMALL.stream()).toList();

    private static TestTrail small(String name, TrailLayout layout, SortedSet<AccountId> accounts, boolean injected) {
        return new TestTrail(name, layout, accounts, injected, LocalDate.MIN, BUSY, BUSY.plusDays(2));
    }

    private static SortedSet<AccountId> all() {
        return new TreeSet<>(SampleTrail.ACCOUNTS);
    }

    static SortedSet<AccountId> accounts(AccountId... accounts) {
        return new TreeSet<>(List.of(accounts));
    }

    static SortedSet<Region> regions(String... codes) {
        SortedSet<Region> regions = new TreeSet<>();
        for (String code : codes) {
            regions.add(new Region(code));
        }
        return regions;
    }

    /** Where its files lie: a bucket of its name. */
    Path folder(Path files) {
        return files.resolve(name);
    }

    boolean holds(Partition partition) {
        LocalDate day = partition.day().date();
        return accounts.contains(partition.account()) && !day.isBefore(first) && !day.isAfter(last);
    }

    /** The folders of a kind that hold a partition's files. */
    TrailLayout layout(LogKind kind, Partition partition) {
        return layout.of(new LogFolders(kind, partition.day().date().isBefore(organizationSince)));
    }

    boolean hasBoth() {
        return organizationSince.isAfter(first);
    }

    /** Where the files of some of its folders lie. */
    LogPaths logs(Path files, LogFolders folders) {
        if (!hasBoth()) {
            return LogPaths.of(folder(files));
        }
        Path root = folder(files).resolve(layout.of(folders).root());
        return folders.ofAccounts()
                ? LogPaths.of(accounts.stream()
                        .map(account -> root.resolve(account.digits()))
                        .toList())
                : LogPaths.of(root);
    }

    /** The tables over it, as {@code trailwise table create} makes them. */
    List<ProjectedTable> tables() {
        Stream<TableDefinition> ofAccounts =
                hasBoth() ? Tables.ALL.stream().map(TableDefinition::ofAccounts) : Stream.empty();
        return Stream.concat(Tables.ALL.stream(), ofAccounts).map(this::table).toList();
    }

    private ProjectedTable table(TableDefinition definition) {
        AccountProjection projection =
                injected ? new AccountProjection.Injected() : new AccountProjection.Named(accounts);
        TableName events = new TableName(name, "cloudtrail_logs");
        return new ProjectedTable(
                events.of(definition),
                definition,
                name,
                layout,
                projection,
                REGIONS,
                new LogDay(SampleTrail.FIRST_DAY));
    }

    /** What the compiler needs of them. */
    Map<TableName, TableDefinition> definitions() {
        Map<TableName, TableDefinition> definitions = new LinkedHashMap<>();
        tables().forEach(table -> definitions.put(table.name(), table.definition()));
        return definitions;
    }

    /** The same without the tables over the folders of single accounts. */
    Map<TableName, TableDefinition> ofTrail() {
        Map<TableName, TableDefinition> definitions = new LinkedHashMap<>(definitions());
        definitions.values().removeIf(table -> table.folders().ofAccounts());
        return definitions;
    }

    /** All of it. */
    Scope scope() {
        return scope(first, last, new TreeSet<>(), new TreeSet<>(), 1);
    }

    /** A part of it. Trino 435 takes one injected account only, so that no account means one there. */
    Scope scope(LocalDate from, LocalDate to, SortedSet<AccountId> some, SortedSet<Region> regions, int lateDays) {
        TimeRange time = new TimeRange(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return new Scope(time, injected && some.isEmpty() ? accounts(SampleTrail.PRODUCTION) : some, regions, lateDays);
    }
}
