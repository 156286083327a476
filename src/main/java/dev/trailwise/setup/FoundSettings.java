package dev.trailwise.setup;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.trails.BucketSurvey;
import dev.trailwise.aws.trails.FoundLogs;
import dev.trailwise.config.AthenaSettings;
import dev.trailwise.config.Settings;
import dev.trailwise.config.TrailSettings;
import dev.trailwise.console.Prompt;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.workspace.Workspace;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settings for a trail that was found.
 *
 * @param settings the settings
 * @param kinds the kinds of files that the trail has
 * @param kindsOfAccounts the kinds of files in account folders beside those of its organization
 */
public record FoundSettings(Settings settings, Set<LogKind> kinds, Set<LogKind> kindsOfAccounts) {
    /**
     * Finds the trail, tells what it has, and warns of what a query would miss.
     *
     * @param before the settings to change
     * @throws dev.trailwise.failure.Failure when there is no such trail, or none is chosen
     */
    public static FoundSettings find(Workspace workspace, Settings before, TrailChoice choice, Prompt prompt) {
        try (AwsClients clients = workspace.aws(before)) {
            TrailCandidate found = new TrailPicker(workspace, clients, choice).choose(prompt);
            BucketSurvey survey = new BucketSurvey(clients, found.bucket());
            Optional<FoundLogs> accounts = accountFolders(found, survey);
            Optional<Boolean> dataEvents = new RecordedEvents(workspace, clients)
                    .dataEvents(found, accounts, before.trail().dataEvents());
            Settings settings = settings(before, found, accounts, survey, dataEvents);
            tell(workspace, found, accounts, settings);
            UncoveredLogs leftOut = new UncoveredLogs(workspace.messages(), found.bucket(), survey);
            AccountImport.nameless(workspace.accountNames(), found.logs().accounts(), workspace.messages());
            leftOut.warnOfOthers(settings.trail());
            leftOut.warnOfSlashes(
                    choice.prefix().isEmpty()
                            ? survey.doubledSlashes()
                            : survey.doubledSlashes(found.logs().prefix()));
            return new FoundSettings(
                    settings,
                    found.logs().kinds(),
                    accounts.<Set<LogKind>>map(FoundLogs::kinds).orElse(Set.of()));
        }
    }

    private static void tell(
            Workspace workspace, TrailCandidate found, Optional<FoundLogs> accounts, Settings settings) {
        String beside = accounts.map(logs -> "\n" + new TrailCandidate(found.bucket(), logs).beside())
                .orElse("");
        String since =
                settings.trail().since().map(day -> day.date().toString()).orElse("no file yet");
        workspace.messages().info(found.details(workspace.accountNames()) + beside + "\n  since     " + since);
    }

    /** Folders of accounts beside those of the organization, from before its trail. */
    private static Optional<FoundLogs> accountFolders(TrailCandidate found, BucketSurvey survey) {
        return survey.beside(found.logs().layout(), found.logs().prefix()).stream()
                .filter(beside -> found.logs().organization().isPresent()
                        && beside.organization().isEmpty())
                .findFirst();
    }

    /** Accounts and Regions are not written, so that each run finds those that joined since. */
    private static Settings settings(
            Settings before,
            TrailCandidate found,
            Optional<FoundLogs> accounts,
            BucketSurvey survey,
            Optional<Boolean> dataEvents) {
        AthenaSettings athena = before.athena();
        return before.with(new TrailSettings(
                        Optional.of(found.bucket()),
                        found.logs().prefix(),
                        found.logs().organization(),
                        accounts.isPresent(),
                        Collections.emptySortedSet(),
                        Collections.emptySortedSet(),
                        Stream.concat(Stream.of(found.logs()), accounts.stream())
                                .flatMap(logs -> survey.firstDay(logs).stream())
                                .min(LogDay::compareTo),
                        dataEvents))
                .with(new AthenaSettings(athena.region().or(survey::region), athena.workgroup(), athena.output()));
    }

    /** The same with Athena used in another way. */
    public FoundSettings with(AthenaSettings athena) {
        return new FoundSettings(settings.with(athena), kinds, kindsOfAccounts);
    }

    /** How queries will use Athena: by what the environment and other files say too. */
    public AthenaSettings athena(Workspace workspace) {
        AthenaSettings athena = (workspace.settingsReadable() ? workspace.settings() : settings).athena();
        return new AthenaSettings(
                athena.region().or(() -> settings.athena().region()), athena.workgroup(), athena.output());
    }

    /**
     * Warns of results that Athena could not write.
     *
     * @throws dev.trailwise.failure.Failure when the place for them cannot work
     */
    public void checkResults(Workspace workspace) {
        Settings effective = settings.with(athena(workspace));
        try (AwsClients clients = workspace.aws(effective)) {
            ResultsCheck.begin(workspace.messages(), clients, effective).check();
        }
    }
}
