package dev.trailwise.cli.option;

import dev.trailwise.failure.Failure;
import dev.trailwise.run.EngineChoice;
import dev.trailwise.run.EngineName;
import dev.trailwise.trail.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where and how a question is answered. */
public final class EngineOptions {
    /** @see <a href="https://docs.aws.amazon.com/athena/latest/ug/reusing-query-results.html">Reusing results</a> */
    private static final Duration LONGEST_REUSE = Duration.ofDays(7);

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "auto",
            description =
                    "Engine to run on: ${COMPLETION-CANDIDATES}. lookup: CloudTrail's event history, the last 90 days"
                            + " of management events of one account, free. Default: auto, which is local with --logs, otherwise,"
                            + " when a bucket is configured, the cheapest that has all of the answer (--explain).")
    EngineName engine = EngineName.AUTO;

    @Option(
            names = LogOption.NAME,
            paramLabel = "PATH",
            description = "Query log files on this machine, free: a folder, a file, a quoted pattern"
                    + " ('logs/*.json.gz'), or - for one log on stdin. Repeat it for several.")
    public List<String> logs = new ArrayList<>();

    @Option(
            names = "--reuse",
            paramLabel = "AGE",
            description = "Reuse Athena's result of the same query, free, if no older than 30m, 1h, 7d.")
    @Nullable
    String reuse;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "Memory for a query on this machine: 500MB, 4GB. Default: local.memory, else a quarter of"
                    + " the machine's; what does not fit goes to disk, up to local.max_spill.")
    @Nullable
    String memory;

    @Option(names = "--no-cache", description = "Read the log files, without the cache.")
    boolean noCache;

    @Option(
            names = "--explain",
            description =
                    "Show where the query can run: how much of the answer each place has, and its price. Run nothing.")
    boolean explain;

    @Option(names = "--distinct-events", description = "Count duplicate deliveries once. Default: count each.")
    boolean distinctEvents;

    /**
     * What these options mean.
     *
     * @param dryRun whether nothing will run, so that logs and Athena may be named together
     * @throws dev.trailwise.failure.Failure when that cannot be meant
     */
    public EngineChoice choice(boolean dryRun) {
        if (engine == EngineName.ATHENA && !logs.isEmpty() && !dryRun) {
            throw Failure.usage("--logs cannot be combined with --engine athena");
        }
        if (engine == EngineName.LOOKUP && !logs.isEmpty()) {
            throw Failure.usage("--logs cannot be combined with --engine lookup");
        }
        if (engine == EngineName.LOOKUP && dryRun) {
            throw Failure.usage("--dry-run cannot be combined with --engine lookup: LookupEvents is free");
        }
        if (explain && !logs.isEmpty()) {
            throw Failure.usage("--explain cannot be combined with --logs: they are queried on this machine, free");
        }
        return new EngineChoice(
                engine, logs, reuse(), Optional.ofNullable(memory), !noCache, distinctEvents, explain, false);
    }

    /** How old a result may be that is taken again. */
    private Optional<Duration> reuse() {
        if (reuse == null) {
            return Optional.empty();
        }
        Duration age = TimeSpan.parse(reuse).map(TimeSpan::duration).orElse(Duration.ZERO);
        if (age.toMinutes() < 1 || age.toSecondsPart() > 0 || age.compareTo(LONGEST_REUSE) > 0) {
            throw Failure.usage("--reuse '" + reuse + "' is not a valid age: use 30m, 1h or 7d (at most 7d)");
        }
        return Optional.of(age);
    }
}
