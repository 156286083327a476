package dev.trailwise.run.cache;

import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.FlagName;
import dev.trailwise.trail.Scope;
import dev.trailwise.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts the program again, detached, for work that nobody should wait for; as {@code git gc --auto} does. */
public final class Background {
    private Background() {}

    /**
     * Starts to keep logs of a scope in columns, when the launcher is known: it sets {@code TRAILWISE_LAUNCHER} to its own path.
     *
     * @return whether that was started
     */
    public static boolean buildCache(Workspace workspace, List<String> logs, Scope scope) {
        List<String> arguments = new ArrayList<>(CommandName.CACHE_BUILD.words());
        logs.forEach(path -> arguments.addAll(List.of(FlagName.LOGS.toString(), path)));
        arguments.addAll(words(scope));
        return start(workspace, arguments);
    }

    /** A scope as words of a command line. */
    private static List<String> words(Scope scope) {
        List<String> words = new ArrayList<>();
        if (scope.time().isAll()) {
            words.add(FlagName.ALL_TIME.toString());
        } else {
            words.addAll(List.of(
                    FlagName.FROM.toString(),
                    scope.time().from().toString(),
                    FlagName.TO.toString(),
                    scope.time().to().toString()));
        }
        scope.accounts().forEach(account -> words.addAll(List.of(FlagName.ACCOUNT.toString(), account.digits())));
        scope.regions().forEach(region -> words.addAll(List.of(FlagName.REGION.toString(), region.code())));
        words.addAll(List.of(FlagName.LATE_DAYS.toString(), Integer.toString(scope.lateDays())));
        return words;
    }

    private static boolean start(Workspace workspace, List<String> arguments) {
        String launcher = workspace.host().variable("TRAILWISE_LAUNCHER");
        if (launcher.isEmpty()) {
            return false;
        }
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(arguments);
        File nowhere = new File("/dev/null");
        try {
            new ProcessBuilder(command)
                    .directory(workspace.host().directory().toFile())
                    .redirectInput(nowhere)
                    .redirectOutput(nowhere)
                    .redirectError(nowhere)
                    .start();
            return true;
        } catch (IOException e) {
            workspace.messages().detail("could not start work in the background: " + e.getMessage());
            return false;
        }
    }
}
