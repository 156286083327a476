package dev.trailwise.cli.command;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.TableOptions;
import dev.trailwise.cli.option.TrailOptions;
import dev.trailwise.config.SettingsYaml;
import dev.trailwise.console.Host;
import dev.trailwise.console.Prompt;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.OutputFile;
import dev.trailwise.setup.FoundSettings;
import dev.trailwise.trail.LogKind;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the trail and writes the settings. */
@Command(
        name = "init",
        description = {
            "Find your trail and write trailwise.yaml.",
            "Without --bucket, CloudTrail lists your trails. Everything else is found from the bucket's folders; no log is"
                    + " read."
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

    @Option(names = "--stdout", description = "Print the settings to stdout and write no file.")
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
        Prompt prompt = new Prompt(workspace.console());
        FoundSettings found = FoundSettings.find(
                workspace,
                workspace.sources().of(file),
                general.config == null || Files.exists(general.config),
                trail.choice(),
                prompt);
        String text = SettingsYaml.render(found.settings(), workspace.sources().defaults());
        if (stdout) {
            host.print(text);
        } else {
            write(workspace, prompt, file, text);
            tellNext(workspace, found);
        }
        return ExitCode.ANSWERED.code();
    }

    private void write(Workspace workspace, Prompt prompt, Path file, String text) {
        if (Files.exists(file)) {
            if (text.equals(read(file))) {
                workspace.messages().info(shown(file) + " is up to date");
                return;
            }
            if (!yes) {
                prompt.confirm(shown(file) + " already exists. Overwrite it?");
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

    private static void tellNext(Workspace workspace, FoundSettings found) {
        workspace.messages().info("Next: trailwise table create --dry-run");
        tellTables(workspace, found.kinds(), "");
        if (found.settings().trail().accountFolders()) {
            workspace.messages().info("      trailwise table create --dry-run --account-folders");
            tellTables(workspace, found.kindsOfAccounts(), " --account-folders");
        }
    }

    private static void tellTables(Workspace workspace, Set<LogKind> kinds, String flags) {
        for (TableOptions.Kind kind : TableOptions.Kind.values()) {
            if (kind != TableOptions.Kind.EVENTS
                    && kinds.contains(kind.definition().kind())) {
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
