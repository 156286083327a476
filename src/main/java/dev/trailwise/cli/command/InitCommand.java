package dev.trailwise.cli.command;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.trails.BucketSurvey;
import dev.trailwise.aws.trails.FoundLogs;
import dev.trailwise.cli.command.table.LeftOut;
import dev.trailwise.cli.command.table.ResultsCheck;
import dev.trailwise.cli.command.table.TrailCandidate;
import dev.trailwise.cli.command.table.TrailHunt;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.cli.option.TrailOptions;
import dev.trailwise.config.AthenaSettings;
import dev.trailwise.config.Settings;
import dev.trailwise.config.SettingsYaml;
import dev.trailwise.config.TrailSettings;
import dev.trailwise.console.Host;
import dev.trailwise.console.Prompt;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.OutputFile;
import dev.trailwise.run.Workspace;
import dev.trailwise.trail.LogDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the trail and writes the settings. */
@Command(
        name = "init",
        description = {
            "Find your trail and write trailwise.yaml.",
            "Without --bucket, CloudTrail is asked which trails there are. What is there is found from the bucket's folders"
                    + " alone; no log is read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise init",
            "  trailwise init --bucket my-logs",
            "  trailwise init --bucket my-logs --prefix audit --stdout"
        })
public final class InitCommand implements Callable<Integer>, NeedsHost {
    private final Host host;

    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    @Mixin
    private final TrailOptions trail = new TrailOptions();

    @Option(names = "--stdout", description = "Write the settings to stdout, and no file.")
    private boolean stdout;

    @Option(
            names = {"-y", "--yes"},
            description = "Overwrite the file without asking.")
    private boolean yes;

    InitCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        Path file = workspace.settingsFile();
        Settings before = workspace.sources().of(file);
        Prompt prompt = new Prompt(workspace.console());
        try (AwsClients clients = workspace.aws(before)) {
            TrailCandidate found = new TrailHunt(workspace, clients, trail).choose(prompt);
            BucketSurvey survey = new BucketSurvey(clients, found.bucket());
            Optional<FoundLogs> accounts = accountFolders(found, survey);
            Settings settings = settings(before, found, accounts, survey);
            workspace
                    .messages()
                    .info(found.details()
                            + accounts.map(beside -> "\n" + new TrailCandidate(found.bucket(), beside).beside())
                                    .orElse("")
                            + "\n  since     "
                            + settings.trail()
                                    .since()
                                    .map(day -> day.date().toString())
                                    .orElse("no file yet"));
            checkResults(workspace, settings);
            LeftOut leftOut = new LeftOut(workspace, found.bucket(), survey);
            leftOut.warnOfOthers(settings.trail());
            leftOut.warnOfSlashes(
                    trail.prefix == null
                            ? survey.doubledSlashes()
                            : survey.doubledSlashes(found.logs().prefix()));
            String text = SettingsYaml.render(settings, workspace.sources().defaults());
            if (stdout) {
                host.print(text);
            } else {
                write(workspace, prompt, file, text);
                tellNext(workspace, found, accounts);
            }
        }
        return ExitCode.ANSWERED.code();
    }

    /** Folders of accounts beside those of the organization, from before its trail. */
    private static Optional<FoundLogs> accountFolders(TrailCandidate found, BucketSurvey survey) {
        return survey.beside(found.logs().layout(), found.logs().prefix()).stream()
                .filter(beside -> found.logs().organization().isPresent()
                        && beside.organization().isEmpty())
                .findFirst();
    }

    /** Accounts and Regions are left to be found anew each time, so that one that joins is not left out in silence. */
    private static Settings settings(
            Settings before, TrailCandidate found, Optional<FoundLogs> accounts, BucketSurvey survey) {
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
                                .min(LogDay::compareTo)))
                .with(new AthenaSettings(athena.region().or(survey::region), athena.workgroup(), athena.output()));
    }

    /** With what the environment says, as a query will run. */
    private void checkResults(Workspace workspace, Settings written) {
        boolean readable = general.config == null || Files.exists(general.config);
        AthenaSettings athena = (readable ? workspace.settings() : written).athena();
        Settings settings = written.with(new AthenaSettings(
                athena.region().or(() -> written.athena().region()), athena.workgroup(), athena.output()));
        try (AwsClients clients = workspace.aws(settings)) {
            ResultsCheck.begin(workspace, clients, settings).check();
        }
    }

    private void write(Workspace workspace, Prompt prompt, Path file, String text) {
        if (Files.exists(file)) {
            if (text.equals(read(file))) {
                workspace.messages().info(shown(file) + " says so already");
                return;
            }
            if (!yes) {
                prompt.confirm(shown(file) + " is there already. Overwrite it?");
            }
        }
        try (OutputFile output = OutputFile.open(file)) {
            output.stream().write(text.getBytes(StandardCharsets.UTF_8));
            output.commit();
        } catch (IOException failed) {
            throw new Failure(ExitCode.USAGE, "cannot write " + file + ": " + failed.getMessage(), failed);
        }
        host.print(shown(file) + "\n");
    }

    private static void tellNext(Workspace workspace, TrailCandidate found, Optional<FoundLogs> accounts) {
        workspace.messages().info("Next: trailwise table create --dry-run");
        tellTables(workspace, found.logs(), "");
        accounts.ifPresent(beside -> {
            workspace.messages().info("      trailwise table create --dry-run --account-folders");
            tellTables(workspace, beside, " --account-folders");
        });
    }

    private static void tellTables(Workspace workspace, FoundLogs logs, String flags) {
        for (TableOptions.Kind kind : TableOptions.Kind.values()) {
            if (kind != TableOptions.Kind.EVENTS
                    && logs.kinds().contains(kind.definition().kind())) {
                workspace.messages().info("      trailwise table create --dry-run --kind " + kind + flags);
            }
        }
    }

    /** As the person named it: from the working folder where it lies in it. */
    private String shown(Path file) {
        return (file.startsWith(host.directory()) ? host.directory().relativize(file) : file).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Failure(ExitCode.USAGE, "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
