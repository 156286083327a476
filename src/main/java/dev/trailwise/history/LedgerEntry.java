package dev.trailwise.history;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.trail.Scope;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One question that was asked of an engine which bills.
 *
 * @param id what people call it: seven letters and digits
 * @param startedAt when it was asked, in whole milliseconds
 * @param engine which engine
 * @param question in words, such as {@code run top-events limit=5}
 * @param sql what was sent
 * @param scope the part of the logs that it was asked of
 * @param expected what was estimated; none when nothing was
 * @param outcome how it ended
 * @param reason why it failed, was stopped or refused
 * @param spent what it took; none when it did not run, or its end is not known
 * @param run where it ran; none when it did not
 */
public record LedgerEntry(
        String id,
        Instant startedAt,
        String engine,
        String question,
        String sql,
        Scope scope,
        Optional<EstimatedCost> expected,
        Outcome outcome,
        Optional<String> reason,
        Optional<ActualCost> spent,
        Optional<AthenaRun> run) {
    private static final int ID_LENGTH = 7;

    public LedgerEntry {
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A question that began to run. */
    public static LedgerEntry started(
            Instant at,
            String engine,
            String question,
            String sql,
            Scope scope,
            Optional<EstimatedCost> expected,
            AthenaRun run) {
        return new LedgerEntry(
                id(at + run.queryId()),
                at,
                engine,
                question,
                sql,
                scope,
                expected,
                Outcome.STARTED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(run));
    }

    /** A question that was not let run. */
    public static LedgerEntry refused(
            Instant at,
            String engine,
            String question,
            String sql,
            Scope scope,
            Optional<EstimatedCost> expected,
            String reason) {
        return new LedgerEntry(
                id(at + sql),
                at,
                engine,
                question,
                sql,
                scope,
                expected,
                Outcome.REFUSED,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty());
    }

    /** Log files that begin to be copied. */
    public static LedgerEntry download(Instant at, String question, Scope scope, EstimatedCost expected) {
        return new LedgerEntry(
                id(at + question),
                at,
                "s3",
                question,
                "",
                scope,
                Optional.of(expected),
                Outcome.STARTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same at its end, of which no service says what it cost. */
    public LedgerEntry ended(Outcome how) {
        return new LedgerEntry(id, startedAt, engine, question, sql, scope, expected, how, reason, spent, run);
    }

    /** The same question at its end. */
    public LedgerEntry ended(Outcome how, Optional<String> why, ActualCost what, AthenaRun where) {
        return new LedgerEntry(
                id, startedAt, engine, question, sql, scope, expected, how, why, Optional.of(what), Optional.of(where));
    }

    /** The same with why it has no answer. */
    public LedgerEntry because(String why) {
        return new LedgerEntry(
                id, startedAt, engine, question, sql, scope, expected, outcome, Optional.of(why), spent, run);
    }

    /** What it cost: the scan and the S3 requests. */
    public Usd cost() {
        return scanCost().plus(requestCost());
    }

    /** What Athena billed for the scan; of a query whose end is not known, the estimate, so that nothing is undercounted. */
    public Usd scanCost() {
        if (outcome == Outcome.REFUSED) {
            return Usd.ZERO;
        }
        return spent.map(ActualCost::usd)
                .or(() -> expected.map(known ->
                        new Usd(known.usd().amount().subtract(known.requests().amount()))))
                .orElse(Usd.ZERO);
    }

    /** The estimate of what S3 bills for the requests, which no service reports; nothing where nothing was scanned. */
    public Usd requestCost() {
        boolean requested = outcome != Outcome.REFUSED
                && spent.filter(known -> known.scanned().equals(Bytes.ZERO)).isEmpty();
        return requested ? expected.map(EstimatedCost::requests).orElse(Usd.ZERO) : Usd.ZERO;
    }

    /** The UTC day on which it was asked. */
    public LocalDate day() {
        return LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
    }

    YearMonth month() {
        return YearMonth.from(day());
    }

    /** Short enough to type: of the runs of a month, two share one only by a rare chance. */
    private static String id(String of) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            String digits = new BigInteger(1, hash).toString(Character.MAX_RADIX);
            return digits.substring(digits.length() - ID_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
