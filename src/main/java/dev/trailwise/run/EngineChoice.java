package dev.trailwise.run;

import dev.trailwise.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where and how a query runs.
 *
 * @param logs paths and patterns of log files on this machine, as the user wrote them
 * @param reuse how old a result of the same query at Athena may be that is taken again
 * @param memory what a query on this machine may use, in place of the setting
 * @param cache whether a columnar copy of the logs is read, and kept
 * @param distinctEvents whether an event counts once that was delivered more than once
 * @param explain whether only the places where it can run are shown
 * @param partly whether the logs are known to lack files of the scope
 */
public record EngineChoice(
        EngineName where,
        List<String> logs,
        Optional<Duration> reuse,
        Optional<String> memory,
        boolean cache,
        boolean distinctEvents,
        boolean explain,
        boolean partly) {
    public EngineChoice {
        logs = List.copyOf(logs);
    }

    /** This machine, over logs. */
    public static EngineChoice local(List<String> logs) {
        return new EngineChoice(EngineName.LOCAL, logs, Optional.empty(), Optional.empty(), true, false, false, false);
    }

    /** The same on this machine, over those logs. */
    EngineChoice over(List<String> files, boolean lacking) {
        return new EngineChoice(EngineName.LOCAL, files, reuse, memory, cache, distinctEvents, explain, lacking);
    }

    /** The same in another place. */
    EngineChoice at(EngineName other) {
        return new EngineChoice(other, logs, reuse, memory, cache, distinctEvents, explain, partly);
    }

    /** Athena, over the trail's bucket. */
    public static EngineChoice athena() {
        return new EngineChoice(
                EngineName.ATHENA, List.of(), Optional.empty(), Optional.empty(), true, false, false, false);
    }

    /** Whether Athena answers. */
    boolean asksAthena(Workspace workspace) {
        return switch (where) {
            case ATHENA -> true;
            case LOCAL, LOOKUP -> false;
            case AUTO -> logs.isEmpty() && workspace.settings().trail().bucket().isPresent();
        };
    }

    /** Whether CloudTrail's own history answers. */
    boolean looksUp() {
        return where == EngineName.LOOKUP;
    }
}
