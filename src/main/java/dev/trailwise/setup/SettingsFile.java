package dev.trailwise.setup;

import dev.trailwise.config.SettingsYaml;
import dev.trailwise.console.Prompt;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.output.OutputFile;
import dev.trailwise.table.TableKind;
import dev.trailwise.trail.LogKind;
import dev.trailwise.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Finds the trail and writes the settings for it, to a file or to stdout. */
public final class SettingsFile {
    private final Workspace workspace;
    private final Prompt prompt;
    private final Path file;

    public SettingsFile(Workspace workspace) {
        this(workspace, workspace.prompt());
    }

    /** @param prompt asks the person, whatever was typed ahead */
    public SettingsFile(Workspace workspace, Prompt prompt) {
        this.workspace = workspace;
        this.prompt = prompt;
        this.file = workspace.settingsFile();
    }

    /** Finds the trail, and prints the settings for it. */
    public void print(TrailChoice choice) {
        workspace.host().print(text(checked(choice)));
    }

    /**
     * Finds the trail, writes the settings for it, and says what to do next.
     *
     * @param overwrite whether a file that differs is replaced without asking
     */
    public void write(TrailChoice choice, boolean overwrite) {
        FoundSettings found = checked(choice);
        if (write(text(found), overwrite)) {
            workspace.host().print(shown() + "\n");
        }
        workspace.messages().info("Next: " + create(""));
        suggest(found.kinds(), "");
        if (found.settings().trail().accountFolders()) {
            String folders = " " + FlagName.ACCOUNT_FOLDERS;
            workspace.messages().info("      " + create(folders));
            suggest(found.kindsOfAccounts(), folders);
        }
    }

    private FoundSettings checked(TrailChoice choice) {
        FoundSettings found = find(choice);
        found.checkResults(workspace);
        return found;
    }

    /** Finds the trail. */
    public FoundSettings find(TrailChoice choice) {
        workspace.progress().start();
        try {
            return FoundSettings.find(workspace, workspace.sources().of(file), choice, prompt);
        } finally {
            workspace.progress().stop();
        }
    }

    /**
     * Writes the settings.
     *
     * @param overwrite whether a file that differs is replaced without asking
     */
    public void write(FoundSettings found, boolean overwrite) {
        if (write(text(found), overwrite)) {
            workspace.messages().info("wrote " + shown());
        }
    }

    private String text(FoundSettings found) {
        return SettingsYaml.render(found.settings(), workspace.sources().defaults());
    }

    /** Whether it had to be written. */
    private boolean write(String text, boolean overwrite) {
        if (Files.exists(file)) {
            if (text.equals(read())) {
                workspace.messages().info(shown() + " is up to date");
                return false;
            }
            if (!overwrite) {
                prompt.confirm(shown() + " already exists. Overwrite it?");
            }
        }
        OutputFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private void suggest(Set<LogKind> kinds, String flags) {
        for (TableKind kind : TableKind.values()) {
            if (kind != TableKind.EVENTS && kinds.contains(kind.definition().kind())) {
                workspace.messages().info("      " + create(" " + FlagName.KIND + " " + kind + flags));
            }
        }
    }

    private static String create(String flags) {
        return CommandName.TABLE_CREATE + " " + FlagName.DRY_RUN + flags;
    }

    /** As the person named it: from the working folder if it is in it. */
    private Path shown() {
        Path folder = workspace.host().directory();
        return file.startsWith(folder) ? folder.relativize(file) : file;
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Failure(ExitCode.USAGE, "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
