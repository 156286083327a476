package dev.trailwise.setup.guide;

import dev.trailwise.console.Prompt;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.output.Format;
import dev.trailwise.run.AnswerListener;
import dev.trailwise.run.EngineChoice;
import dev.trailwise.run.ExitRule;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.run.RequestedScope;
import dev.trailwise.run.price.SpendingLimits;
import dev.trailwise.setup.FoundSettings;
import dev.trailwise.setup.SettingsFile;
import dev.trailwise.setup.TrailChoice;
import dev.trailwise.setup.doctor.Doctor;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks, explains and checks one thing after the other. Nothing is written before the step that says so. */
public final class GuidedSetup {
    private static final String FIRST_QUERY = "top-events";

    private final Workspace workspace;
    private final Prompt prompt;

    public GuidedSetup(Workspace workspace) {
        this.workspace = workspace;
        this.prompt = workspace.prompt();
    }

    /** Whether there is a person to guide. */
    public boolean possible() {
        return prompt.possible();
    }

    /**
     * Guides.
     *
     * @return the exit code of the checks; success where the person wants no table yet
     * @throws dev.trailwise.failure.Failure when there is no trail, or the person stops before anything is written
     */
    public ExitCode run(TrailChoice choice) {
        say("Setup in 4 steps; Ctrl-C stops, and each step says what it wrote.");
        say("\n1. Trail: the log files that CloudTrail delivers to a bucket.");
        SettingsFile file = new SettingsFile(workspace, prompt);
        FoundSettings found = file.find(choice);
        say("\n2. Athena: runs the SQL, bills what it scans, and writes each result to S3.");
        FoundSettings complete = new AthenaStep(workspace, prompt).choose(found);
        file.write(complete, false);
        try (Workspace written = workspace.reopened()) {
            say("\n3. Table: describes the log files to Athena. No log is read, moved or changed.");
            boolean table = new TableStep(written, prompt).offer(complete);
            say("\n4. Checks; " + CommandName.DOCTOR + " repeats them at any time.");
            ExitCode checks = new Doctor(written).run(OutputChoice.of(Format.TABLE));
            if (!table) {
                say("\nNext: " + CommandName.TABLE_CREATE);
                return ExitCode.SUCCESS;
            }
            if (checks == ExitCode.SUCCESS) {
                say("\nA first query and its price (nothing is run):\n  " + CommandName.RUN + " " + FIRST_QUERY);
                price(written);
            }
            return checks;
        }
    }

    private static void price(Workspace written) {
        Instant now = written.host().clock().instant();
        Scope scope = Scope.of(new TimeRange(now.minus(Duration.ofDays(1)), now));
        QueryRunner.answer(
                written,
                new QueryRequest(
                        CommandName.RUN + " " + FIRST_QUERY,
                        () -> written.library()
                                .query(FIRST_QUERY)
                                .bind(List.of(), written.host().clock()),
                        List.of(),
                        new RequestedScope(scope, true),
                        EngineChoice.athena(),
                        SpendingLimits.OF_THE_SETTINGS,
                        OutputChoice.of(Format.TABLE),
                        Optional.empty(),
                        true,
                        ExitRule.PLAIN,
                        AnswerListener.NONE));
    }

    private void say(String text) {
        workspace.messages().info(text);
    }
}
