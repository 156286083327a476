package dev.trailwise.hunt;

import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.RequestedScope;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import dev.trailwise.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The time that a hunt since the last one covers: from a day before the end of the last one, because events are delivered
 * late, to now. What the last one reported is left out.
 *
 * @param query the statements' scope, with that time
 * @param last what the last one reported
 * @param from where findings end that are reported; windows of correlations reach back further
 */
record HuntMemory(QueryRequest query, LastHunt last, Optional<Instant> from) {
    /**
     * CloudTrail delivers events typically within minutes, and after an outage much later.
     *
     * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/how-cloudtrail-works.html">How CloudTrail
     *     works</a>
     */
    private static final Duration LATE = Duration.ofDays(1);

    /**
     * The memory of hunts with the same logs, accounts, Regions and detections.
     *
     * @param window the longest window of its correlations
     * @throws Failure when times are given too, or what is remembered cannot be read
     */
    static HuntMemory of(Workspace workspace, HuntRequest request, Duration window) {
        RequestedScope asked = request.query().scope();
        if (!asked.timesAreDefault()) {
            throw Failure.usage(FlagName.SINCE_LAST + " cannot be combined with " + FlagName.FROM + ", " + FlagName.TO
                    + " or " + FlagName.ALL_TIME);
        }
        if (request.query().output().limit() != Long.MAX_VALUE) {
            throw Failure.usage(FlagName.SINCE_LAST + " cannot be combined with " + FlagName.LIMIT
                    + ": what is left out would never be shown");
        }
        Path file = workspace.sources().dataFolder().resolve("hunts").resolve(name(workspace, request));
        LastHunt last = LastHunt.in(file);
        Scope scope = asked.scope();
        Instant end = scope.time().to();
        Optional<Instant> start = last.until().map(until -> until.minus(LATE)).filter(from -> from.isBefore(end));
        TimeRange time =
                start.map(from -> new TimeRange(from.minus(window), end)).orElse(scope.time());
        Scope since = new Scope(time, scope.accounts(), scope.regions(), scope.lateDays());
        return new HuntMemory(
                request.query().over(new RequestedScope(since, last.until().isEmpty())), last, start);
    }

    private static String name(Workspace workspace, HuntRequest request) {
        String key = String.join(
                "\n",
                request.query().engine().logs().isEmpty()
                        ? String.valueOf(workspace.settings().trail().bucket())
                        : request.query().engine().logs().stream()
                                .map(log -> workspace
                                        .host()
                                        .directory()
                                        .resolve(log)
                                        .normalize()
                                        .toString())
                                .toList()
                                .toString(),
                request.query().scope().scope().accounts().toString(),
                request.query().scope().scope().regions().toString(),
                request.rules().map(RuleChoice::paths).map(Object::toString).orElse("") + request.filter(),
                request.arguments().toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8) + ".txt";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Remembers what was found, for the next hunt. */
    void save() {
        last.save(query.scope().scope().time().to());
    }
}
