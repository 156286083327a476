package dev.trailwise.aws.athena;

import dev.trailwise.engine.RunStatus;
import dev.trailwise.failure.CommandName;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.LogKind;
import java.util.ArrayList;
import java.util.List;
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
    static String text(@Nullable String reason) {
        return reason == null || reason.isBlank()
                ? "it gives no reason"
                : reason.strip().replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }

    /** A failure of the query, at its author's line and column where the reason tells one. */
    static Failure at(SqlText sql, @Nullable String reason, String otherwise, @Nullable Throwable cause) {
        Matcher place = PLACE.matcher(reason == null ? "" : reason);
        if (place.find()) {
            String problem = text(place.replaceFirst("").substring(place.start()));
            return sql.problem(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), problem);
        }
        return new Failure(ExitCode.QUERY_FAILED, otherwise + text(reason), cause);
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
        return text(reason == null && error != null ? error.errorMessage() : reason);
    }

    /** What to tell of a query in the state FAILED. */
    static Failure of(QueryExecution failed, CompiledQuery query) {
        AthenaError error = failed.status().athenaError();
        String reason = reason(failed);
        int type = error == null || error.errorType() == null ? -1 : error.errorType();
        Kind kind = Kind.of(type, error != null && Integer.valueOf(SYSTEM).equals(error.errorCategory()));
        Remedy[] remedies = kind.remedies(reason, query);
        if (hasPlace(reason)) {
            Failure placed = at(query.text(), reason, "", null);
            return kind == Kind.NO_TABLE && placed instanceof SqlProblem problem ? problem.with(remedies) : placed;
        }
        String name = type < 0 ? "" : " (error " + type + ")";
        return new Failure(kind.exit, "the query failed at Athena" + name + ": " + reason, remedies);
    }

    /** How to create the table that the reason names, or else the first that the query reads. */
    private static Remedy creation(String reason, CompiledQuery query) {
        TableDefinition missing = query.tables().entrySet().stream()
                .filter(table -> reason.toLowerCase(Locale.ROOT)
                        .matches(".*\\b" + Pattern.quote(table.getKey().table()) + "\\b.*"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Tables.EVENTS);
        List<Remedy.Argument> arguments = new ArrayList<>();
        if (missing.kind() != LogKind.EVENTS) {
            arguments.add(
                    new Remedy.Argument(FlagName.KIND, missing.logicalName().replace('_', '-')));
        }
        if (missing.folders().ofAccounts()) {
            arguments.add(new Remedy.Argument(FlagName.ACCOUNT_FOLDERS, ""));
        }
        return new Remedy.Command(CommandName.TABLE_CREATE, arguments, "creates it");
    }

    /** What to tell of a query in the state CANCELLED that this program did not stop. */
    static Failure cancelled(QueryExecution cancelled, Workgroup workgroup, RunStatus status) {
        String reason = reason(cancelled);
        boolean cutOff = workgroup
                .cutoff()
                .filter(most -> status.scanned().compareTo(most) >= 0)
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
        EXHAUSTED(ExitCode.QUERY_FAILED),
        TIMEOUT(ExitCode.QUERY_FAILED),
        DENIED(ExitCode.ACCESS),
        NO_TABLE(ExitCode.QUERY_FAILED),
        NO_BUCKET(ExitCode.QUERY_FAILED),
        UNAVAILABLE(ExitCode.UNAVAILABLE),
        QUERY(ExitCode.QUERY_FAILED);

        private final ExitCode exit;

        Kind(ExitCode exit) {
            this.exit = exit;
        }

        Remedy[] remedies(String reason, CompiledQuery query) {
            return switch (this) {
                case EXHAUSTED ->
                    remedies(Remedy.action(
                            "query less time or fewer columns: this needs more memory than Athena gives a query"));
                case TIMEOUT ->
                    remedies(Remedy.action(
                            "query less time, fewer Regions or accounts: this takes longer than Athena allows"));
                case DENIED ->
                    remedies(
                            new Remedy.Permission(List.of("s3:GetObject", "s3:ListBucket"), "are needed on the logs"),
                            Remedy.permission("s3:PutObject", "is needed on the results"),
                            Remedy.permission("glue:GetTable", "is needed on the table"),
                            Remedy.command(CommandName.TABLE_POLICY, FlagName.FOR, "run", "prints all of them"));
                case NO_TABLE -> remedies(creation(reason, query));
                case NO_BUCKET ->
                    remedies(new Remedy.Setting(
                            List.of(SettingName.TRAIL_BUCKET, SettingName.ATHENA_OUTPUT),
                            "",
                            "name the buckets, as the table's location does; check them"));
                case UNAVAILABLE -> remedies(Remedy.action("try again in a minute"));
                case QUERY -> remedies();
            };
        }

        private static Remedy[] remedies(Remedy... remedies) {
            return remedies;
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
