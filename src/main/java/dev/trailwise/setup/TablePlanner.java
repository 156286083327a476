package dev.trailwise.setup;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.client.AwsRegions;
import dev.trailwise.aws.trails.BucketSurvey;
import dev.trailwise.aws.trails.FoundLogs;
import dev.trailwise.config.Settings;
import dev.trailwise.config.TrailSettings;
import dev.trailwise.console.NoticeSink;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.table.AccountProjection;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TrailLayout;
import dev.trailwise.workspace.Workspace;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Works out the table as it should be: what the settings say and, for what they leave open, what the bucket holds. */
public final class TablePlanner {
    private final Workspace workspace;
    private final Settings settings;
    private final AwsClients clients;
    private final TableDefinition definition;
    private final NoticeSink notices;

    /** Works out a table of this definition; tells the person what the settings leave out. */
    public TablePlanner(Workspace workspace, Settings settings, AwsClients clients, TableDefinition definition) {
        this(workspace, settings, clients, definition, workspace.messages());
    }

    /** @param notices receives what the settings leave out */
    public TablePlanner(
            Workspace workspace,
            Settings settings,
            AwsClients clients,
            TableDefinition definition,
            NoticeSink notices) {
        this.workspace = workspace;
        this.settings = settings;
        this.clients = clients;
        this.definition = definition;
        this.notices = notices;
    }

    /** The table; the bucket is not asked when the settings tell all. */
    public ProjectedTable fromSettings(Projection projection) {
        TrailSettings trail = settings.trail();
        boolean all = !trail.accounts().isEmpty()
                && !trail.regions().isEmpty()
                && trail.since().isPresent();
        return all ? table(trail, projection) : fromBucket(projection);
    }

    /**
     * The table; lists the bucket, and reports logs in it that the settings leave out.
     *
     * @throws Failure when there are no such logs
     */
    public ProjectedTable fromBucket(Projection projection) {
        TrailSettings trail = settings.trail();
        BucketSurvey survey = new BucketSurvey(clients, trail.requiredBucket());
        workspace.progress().start();
        try {
            return fromBucket(trail, survey, projection);
        } finally {
            workspace.progress().stop();
        }
    }

    private ProjectedTable fromBucket(TrailSettings trail, BucketSurvey survey, Projection projection) {
        FoundLogs found = survey.at(layout(trail));
        if (!found.kinds().contains(definition.kind())) {
            throw noLogs(found);
        }
        AccountImport.nameless(workspace.accountNames(), found.accounts(), notices);
        tellLeftOut("accounts", trail.accounts(), found.accounts());
        tellLeftOut("Regions", trail.regions(), found.regions());
        if (!definition.folders().ofAccounts()) {
            new UncoveredLogs(notices, trail.requiredBucket(), survey).warn(trail);
        }
        Optional<LogDay> since = trail.since().or(() -> survey.firstDay(found));
        return table(
                new TrailSettings(
                        trail.bucket(),
                        trail.prefix(),
                        trail.organization(),
                        trail.accountFolders(),
                        trail.accounts().isEmpty() ? found.accounts() : trail.accounts(),
                        trail.regions().isEmpty() ? found.regions() : trail.regions(),
                        Optional.of(since.orElseThrow(() -> noLogs(found))),
                        trail.dataEvents()),
                projection);
    }

    /** Says what using the table takes, where it takes something. */
    public void tellConsequences(ProjectedTable table) {
        if (table.accounts() instanceof AccountProjection.Injected) {
            workspace
                    .messages()
                    .info("The table has injected accounts: a query in another tool has to name its accounts (account ="
                            + " '111122223333' or account IN (…), at most 1,000). Trailwise adds them to its queries.");
        }
    }

    private ProjectedTable table(TrailSettings trail, Projection projection) {
        AccountProjection accounts =
                projection.anyAccount() ? new AccountProjection.Injected() : AccountProjection.of(trail.accounts());
        SortedSet<Region> regions =
                projection.allRegions() ? AwsRegions.besides(trail.regions().first()) : trail.regions();
        return new ProjectedTable(
                settings.table().of(definition),
                definition,
                trail.requiredBucket(),
                layout(trail),
                accounts,
                regions,
                trail.since().orElseThrow());
    }

    private TrailLayout layout(TrailSettings trail) {
        return trail.layout().of(definition.folders());
    }

    private <T extends Comparable<T>> void tellLeftOut(String what, SortedSet<T> trail, SortedSet<T> found) {
        SortedSet<T> leftOut = new TreeSet<>(found);
        leftOut.removeAll(trail);
        if (!trail.isEmpty() && !leftOut.isEmpty()) {
            notices.warning(new Notice("the settings leave out " + what + " that the bucket has: "
                    + leftOut.stream().map(Object::toString).collect(Collectors.joining(", "))));
        }
    }

    private Failure noLogs(FoundLogs found) {
        String place = Sanitizer.text("s3://" + settings.trail().requiredBucket() + "/"
                + found.layout().root());
        if (found.kinds().isEmpty()) {
            return new Failure(
                    ExitCode.USAGE,
                    "there are no CloudTrail logs in " + place,
                    Remedy.command(CommandName.INIT, "finds where they are"));
        }
        return new Failure(
                ExitCode.USAGE,
                "there are no " + definition.kind().folder() + " logs in " + place + "; there are: "
                        + found.kinds().stream().map(LogKind::folder).collect(Collectors.joining(", ")));
    }
}
