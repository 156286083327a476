package dev.trailwise.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where and how a question is answered. */
final class EngineOptions {
    /** Who answers. */
    enum Choice {
        auto,
        local
    }

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "auto",
            description = "Who answers: ${COMPLETION-CANDIDATES}. Default: auto, which is local where --logs is given.")
    Choice engine = Choice.auto;

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description = "A folder of CloudTrail files, or one file: answered on this machine, at no cost.")
    @Nullable
    Path logs;

    @Option(names = "--no-cache", description = "Read the log files themselves, and keep no columnar copy of them.")
    boolean noCache;

    @Option(
            names = "--distinct-events",
            description =
                    "Count an event once that was delivered more than once. Default: as often as it was delivered.")
    boolean distinctEvents;
}
