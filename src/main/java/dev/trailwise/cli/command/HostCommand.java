package dev.trailwise.cli.command;

import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.console.Host;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.workspace.Workspace;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command: options, and a call into a room with the workspace that its general options describe. */
public abstract class HostCommand implements Callable<Integer> {
    @Mixin
    private final GeneralOptions general = new GeneralOptions();

    private @Nullable Host host;

    /** Says where it runs, before it is called. */
    public final void runOn(Host where) {
        host = where;
    }

    /** Does what the command is for. */
    protected abstract ExitCode run(Workspace workspace);

    @Override
    public final Integer call() {
        try (Workspace workspace = general.workspace(Objects.requireNonNull(host))) {
            return run(workspace).code();
        }
    }
}
