package dev.trailwise.cli;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts the program again, detached, for work that nobody should wait for; as {@code git gc --auto} does. */
final class Background {
    private Background() {}

    /**
     * Starts it, when the launcher told how: it sets {@code TRAILWISE_LAUNCHER} to its own path.
     *
     * @return whether it was started
     */
    static boolean start(Session session, List<String> arguments) {
        String launcher = session.host().variable("TRAILWISE_LAUNCHER");
        if (launcher.isEmpty()) {
            return false;
        }
        List<String> command = new ArrayList<>(List.of(launcher));
        command.addAll(arguments);
        File nowhere = new File("/dev/null");
        try {
            new ProcessBuilder(command)
                    .directory(session.host().directory().toFile())
                    .redirectInput(nowhere)
                    .redirectOutput(nowhere)
                    .redirectError(nowhere)
                    .start();
            return true;
        } catch (IOException e) {
            session.messages().detail("could not start work in the background: " + e.getMessage());
            return false;
        }
    }
}
