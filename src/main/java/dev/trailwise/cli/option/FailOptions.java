package dev.trailwise.cli.option;

import dev.trailwise.run.ExitRule;
import picocli.CommandLine.Option;

/** Exit codes for scripts that look for something. */
public final class FailOptions {
    @Option(names = "--fail-on-rows", description = "Exit with code 10 if there are rows.")
    boolean onRows;

    @Option(names = "--fail-on-empty", description = "Exit with code 11 if there are no rows.")
    boolean onEmpty;

    /** What these options mean. */
    public ExitRule rule() {
        return new ExitRule(onRows, onEmpty);
    }
}
