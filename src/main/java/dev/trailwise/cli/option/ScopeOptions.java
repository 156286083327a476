package dev.trailwise.cli.option;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.report.file.FileScope;
import dev.trailwise.run.RequestedScope;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import dev.trailwise.trail.TimeText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What part of the logs is asked. */
public final class ScopeOptions {
    private static final Duration DEFAULT_SPAN = Duration.ofHours(24);

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Events since then: 2026-11-01, 2026-11, 2026-11-01T10:00Z, epoch seconds, now, today, yesterday, or"
                            + " ago: 90m, 24h, 7d, 4w. All times are UTC. Default: 24 hours before --to.")
    @Nullable
    String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Events before then; a bare date or month is included to its end. Default: now.")
    @Nullable
    String to;

    @Option(names = "--all-time", description = "All events, whatever their time. Never the default.")
    boolean allTime;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            split = ",",
            description = "Only these Regions. Global services for example IAM log in us-east-1. Default: all.")
    List<Region> regions = new ArrayList<>();

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            split = ",",
            description = "Only these accounts, by id or imported name. Default: all.")
    List<AccountId> accounts = new ArrayList<>();

    @Option(
            names = "--late-days",
            paramLabel = "DAYS",
            defaultValue = "1",
            description = "Also read files delivered up to this many days after --to, for late events. Default: 1.")
    int lateDays = Scope.DEFAULT_LATE_DAYS;

    /** These options, with what the file of a report says where they say nothing. */
    ScopeOptions or(FileScope file) {
        if (!allTime) {
            allTime = file.allTime() && timesAreDefault();
            from = from == null && !allTime ? file.from().orElse(null) : from;
            to = to == null && !allTime ? file.to().orElse(null) : to;
        }
        accounts = accounts.isEmpty() ? file.accounts() : accounts;
        regions = regions.isEmpty() ? file.regions() : regions;
        return this;
    }

    private boolean timesAreDefault() {
        return !allTime && from == null && to == null;
    }

    /** What these options mean at the clock's time. */
    public RequestedScope requested(Clock clock) {
        return new RequestedScope(scope(clock), timesAreDefault());
    }

    /** The scope that these options mean at the clock's time. */
    public Scope scope(Clock clock) {
        try {
            return new Scope(range(clock), new TreeSet<>(accounts), new TreeSet<>(regions), lateDays);
        } catch (IllegalArgumentException invalid) {
            throw new Failure(ExitCode.USAGE, String.valueOf(invalid.getMessage()), invalid);
        }
    }

    private TimeRange range(Clock clock) {
        if (allTime) {
            if (from != null || to != null) {
                throw new IllegalArgumentException("--all-time cannot be combined with --from or --to");
            }
            return TimeRange.ALL;
        }
        TimeText times = new TimeText(clock);
        Instant end = to == null ? clock.instant() : times.end(to);
        Instant start = from == null ? end.minus(DEFAULT_SPAN) : times.start(from);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("--from " + start + " is not before --to " + end
                    + ": there is no time between them; swap them, or omit --to for now");
        }
        return new TimeRange(start, end);
    }
}
