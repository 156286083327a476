package dev.trailwise.aws.athena;

import dev.trailwise.engine.Bill;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sql.AthenaQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.LogKind;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/**
 * Why Athena ended a query without an answer, as its author can use it. What kind of failure it is, the numbers of
 * Athena's catalog tell; only the place in the SQL is in the text alone.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/error-reference.html">Athena error catalog</a>
 */
final class QueryFailure {
    private static final Pattern PLACE = Pattern.compile("\\bline (\\d{1,6}):(\\d{1,6}): ?");
    private static final int SYSTEM = 1;

    private QueryFailure() {}

    /** Whether the reason tells a place in the SQL. */
    static boolean hasPlace(@Nullable String reason) {
        return reason != null && PLACE.matcher(reason).find();
    }

    /** Athena's words, which can repeat what logs hold. */
    static String words(@Nullable String reason) {
        return reason == null || reason.isBlank()
                ? "it gives no reason"
                : reason.strip().replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }

    /** A failure of the query, at its author's line and column where the reason tells one. */
    static Failure at(SqlText sql, @Nullable String reason, String otherwise, @Nullable Throwable cause) {
        Matcher place = PLACE.matcher(reason == null ? "" : reason);
        if (place.find()) {
            String problem = words(place.replaceFirst("").substring(place.start()));
            return sql.problem(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), problem);
        }
        return new Failure(ExitCode.QUERY_FAILED, otherwise + words(reason), cause);
    }

    /** Whether the same query may succeed when it is started again. */
    static boolean passing(QueryExecution failed) {
        AthenaError error = failed.status().athenaError();
        return error != null && Boolean.TRUE.equals(error.retryable());
    }

    /** Why a query failed. */
    static String reason(QueryExecution failed) {
        AthenaError error = failed.status().athenaError();
        String reason = failed.status().stateChangeReason();
        return words(reason == null && error != null ? error.errorMessage() : reason);
    }

    /** What to tell of a query in the state FAILED. */
    static Failure of(QueryExecution failed, AthenaQuery query) {
        AthenaError error = failed.status().athenaError();
        String reason = reason(failed);
        int type = error == null || error.errorType() == null ? -1 : error.errorType();
        Kind kind = Kind.of(type, error != null && Integer.valueOf(SYSTEM).equals(error.errorCategory()));
        String advice = kind == Kind.NO_TABLE ? creation(reason, query) : kind.advice;
        if (hasPlace(reason)) {
            return at(query.text(), reason + (kind == Kind.NO_TABLE ? "; " + advice : ""), "", null);
        }
        String name = type < 0 ? "" : " (error " + type + ")";
        return new Failure(
                kind.exit,
                "the query failed at Athena" + name + ": " + reason + (advice.isEmpty() ? "" : "\n" + advice));
    }

    /** How to create the table that the reason names, or else the first that the query reads. */
    private static String creation(String reason, AthenaQuery query) {
        TableDefinition missing = query.tables().entrySet().stream()
                .filter(table -> reason.toLowerCase(Locale.ROOT)
                        .matches(".*\\b" + Pattern.quote(table.getKey().table()) + "\\b.*"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Tables.EVENTS);
        String kind = missing.logicalName().replace('_', '-');
        return "'trailwise table create"
                + (missing.kind() == LogKind.EVENTS ? "" : " --kind " + kind)
                + (missing.folders().ofAccounts() ? " --account-folders" : "")
                + "' creates it";
    }

    /** What to tell of a query in the state CANCELLED that this program did not stop. */
    static Failure cancelled(QueryExecution cancelled, Workgroup workgroup, Bill bill) {
        String reason = reason(cancelled);
        boolean cutOff = workgroup
                .cutoff()
                .filter(most -> bill.scanned().compareTo(most) >= 0)
                .isPresent();
        return cutOff
                ? new Failure(
                        ExitCode.OVER_BUDGET,
                        "Athena stopped the query at the limit of workgroup " + workgroup.name() + ", "
                                + workgroup.cutoff().orElseThrow() + " scanned: ask for less, or in another workgroup")
                : new Failure(
                        ExitCode.QUERY_FAILED, "the query was stopped at Athena, and not by this program: " + reason);
    }

    private enum Kind {
        EXHAUSTED(
                ExitCode.QUERY_FAILED,
                "It needs more memory than Athena gives a query: ask for less time, or for fewer columns"),
        TIMEOUT(ExitCode.QUERY_FAILED, "It takes longer than Athena allows: ask for less time, Regions or accounts"),
        DENIED(
                ExitCode.ACCESS,
                "Athena reads with your permissions: s3:GetObject and s3:ListBucket on the logs, s3:PutObject on the"
                        + " results, glue:GetTable on the table; 'trailwise table policy --for run' prints all of them"),
        NO_TABLE(ExitCode.QUERY_FAILED, ""),
        NO_BUCKET(ExitCode.QUERY_FAILED, "Check trail.bucket, athena.output and the table's location"),
        UNAVAILABLE(ExitCode.UNAVAILABLE, "Try again in a minute"),
        QUERY(ExitCode.QUERY_FAILED, "");

        private final ExitCode exit;
        private final String advice;

        Kind(ExitCode exit, String advice) {
            this.exit = exit;
            this.advice = advice;
        }

        static Kind of(int type, boolean system) {
            if (type >= 0 && type <= 8) {
                return EXHAUSTED;
            }
            if (type >= 1400 && type <= 1499) {
                return UNAVAILABLE;
            }
            return switch (type) {
                case 206, 210 -> TIMEOUT;
                case 1500, 1501 -> DENIED;
                case 1110 -> NO_TABLE;
                case 1109, 1306 -> NO_BUCKET;
                case 1602 -> UNAVAILABLE;
                default -> system ? UNAVAILABLE : QUERY;
            };
        }
    }
}
