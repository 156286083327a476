package dev.trailwise.local.rows;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.sql.FailingPlaces;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlProblem;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What DuckDB has against a query, in the words of one who wrote Athena SQL. */
public final class QueryErrors {
    private static final Pattern KIND = Pattern.compile(
            "^(?:java\\.sql\\.SQLException: )?[A-Z][A-Za-z ]* Error: (?:(?:[a-z]+\\.)+[A-Z][A-Za-z]+: )?");

    /** A message of DuckDB, and what Trino says. */
    private record Wording(Pattern duckDb, String trino) {
        static Wording of(String duckDb, String trino) {
            return new Wording(Pattern.compile("(?s)^" + duckDb + ".*$"), trino);
        }
    }

    private static final List<Wording> WORDINGS = List.of(
            Wording.of("Could not convert string '(.*)' to INT32", "$1"),
            Wording.of(
                    "Overflow in division of -(?:2147483648|32768|128) / -1",
                    "the least number of a type divided by -1" + SqlProblem.LOCAL_ONLY),
            Wording.of("Overflow in (\\w+) of (?:INT|DECIMAL)[^(]*\\((.*)\\)!", "number overflow in $1: $2"),
            Wording.of("Overflow in (\\w+)", "number overflow in $1"),
            Wording.of(
                    "Type \\S+ with value (\\S+) can't be cast because the value is out of range",
                    "$1 is out of range"),
            Wording.of(
                    "\\w+(?: for \\w)? is out of range!", "an aggregate of infinite numbers" + SqlProblem.LOCAL_ONLY),
            Wording.of("Could not convert string \".*\" to DECIMAL", "Decimal overflow"),
            Wording.of("Failed to cast decimal value (\\S+) to type", "$1 is out of range"),
            Wording.of("Could not cast value (\\S+) to (DECIMAL\\S+)", "Cannot cast '$1' to $2"),
            Wording.of("Casting value \"(\\S+)\" to type (DECIMAL\\S+) failed", "Cannot cast '$1' to $2"));

    private static final Pattern UNKNOWN_NAME =
            Pattern.compile("(?:^Column \"([^\"]+)\" referenced that exists in the SELECT"
                    + "|^Referenced column \"([^\"]+)\" not found|does not have a column named \"([^\"]+)\""
                    + "|^Could not find key \"([^\"]+)\" in struct).*");

    private static final Pattern USED = Pattern.compile("/([0-9.]+ [KMGT]iB) used\\)");

    /** A reason may quote a value of the logs. */
    private static final int LONGEST = 500;

    private static final int MOST_PLACES = 4;

    private static final Remedy READ_LESS = Remedy.action("read fewer events or columns");

    private QueryErrors() {}

    /** Whether the query needed more memory than it may use, as far as the driver lets that be known. */
    public static boolean outOfMemory(SQLException e) {
        return e instanceof Rows.StreamFailure || message(e).contains("Out of Memory Error");
    }

    private static Optional<Failure> outOfResources(SQLException e) {
        if (message(e).contains("max_temp_directory_size")) {
            return Optional.of(new Failure(
                    ExitCode.QUERY_FAILED,
                    "the query needs more disk space than it may use for what does not fit in memory",
                    e,
                    Remedy.setting(SettingName.LOCAL_MAX_SPILL, "20GB", "allows more"),
                    Remedy.flag(FlagName.MEMORY, "SIZE", "makes it need less"),
                    READ_LESS));
        }
        if (message(e).contains("No space left on device")) {
            return Optional.of(new Failure(
                    ExitCode.NOT_WRITTEN,
                    "the disk is full: the query writes what does not fit in memory to the cache folder",
                    e,
                    Remedy.action("free some space, or set XDG_CACHE_HOME to a folder on another disk"),
                    Remedy.flag(FlagName.MEMORY, "SIZE", "makes it write less")));
        }
        if (message(e).contains("Java heap space")) {
            return Optional.of(new Failure(
                    ExitCode.QUERY_FAILED,
                    "the values are too long for the program's own memory (Java heap space): select fewer or shorter"
                            + " columns, or give it more with TRAILWISE_JAVA_OPTS=-Xmx2g",
                    e));
        }
        return outOfMemory(e)
                ? Optional.of(new Failure(
                        ExitCode.QUERY_FAILED,
                        "the query needs more memory" + limit(e),
                        e,
                        Remedy.flag(FlagName.MEMORY, "SIZE", "allows more"),
                        Remedy.setting(SettingName.LOCAL_MEMORY, "allows more for every query"),
                        READ_LESS))
                : Optional.empty();
    }

    /** The limit that DuckDB names. */
    private static String limit(SQLException e) {
        Matcher used = USED.matcher(message(e));
        return used.find() ? " than " + used.group(1) : "";
    }

    private static String message(SQLException e) {
        return String.valueOf(e.getMessage());
    }

    /** A failure with DuckDB's reason; at its place when the reason names a column that does not exist. */
    public static Failure failure(SqlText sql, SQLException e) {
        Optional<Failure> resources = outOfResources(e);
        if (resources.isPresent()) {
            return resources.get();
        }
        String reason = reason(e);
        Matcher unknown = UNKNOWN_NAME.matcher(reason);
        if (unknown.find()) {
            String name = name(unknown);
            OptionalInt place = place(sql.text(), name);
            if (place.isPresent()) {
                return sql.problem(place.getAsInt(), "there is no column or field \"" + name + "\"");
            }
        }
        String cut = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
        return onValue(sql, "the query failed: " + Excerpt.neutral(cut), FailingPlaces.of(sql, reason), e);
    }

    /** A failure on a value, at its place when only one part of the query can have failed so. */
    private static Failure onValue(SqlText sql, String message, List<Integer> places, SQLException e) {
        Notice notice = message.contains(SqlProblem.LOCAL_ONLY)
                ? new Notice(message, SqlProblem.ON_ATHENA)
                : new Notice(message);
        if (places.isEmpty() || places.size() > MOST_PLACES) {
            return new Failure(ExitCode.QUERY_FAILED, notice, e);
        }
        if (places.size() == 1) {
            return sql.problem(places.get(0), message).with(notice.remedies().toArray(Remedy[]::new));
        }
        String all = places.stream()
                .map(place -> sql.authorPosition(place).toString())
                .distinct()
                .collect(Collectors.joining(" or "));
        return new Failure(ExitCode.QUERY_FAILED, notice.and(" (at " + all + ")"), e);
    }

    /** The first line, without the kind of error before it; what follows is advice on DuckDB's own SQL. */
    private static String reason(SQLException e) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String plain = KIND.matcher(first).replaceFirst("");
        for (Wording wording : WORDINGS) {
            Matcher matcher = wording.duckDb().matcher(plain);
            if (matcher.find()) {
                return matcher.replaceFirst(wording.trino());
            }
        }
        return plain;
    }

    private static String name(Matcher unknown) {
        for (int group = 1; group < unknown.groupCount(); group++) {
            if (unknown.group(group) != null) {
                return unknown.group(group);
            }
        }
        return unknown.group(unknown.groupCount());
    }

    private static OptionalInt place(String sql, String name) {
        Pattern word = Pattern.compile(
                "(?<![A-Za-z0-9_])" + Pattern.quote(name) + "(?![A-Za-z0-9_])", Pattern.CASE_INSENSITIVE);
        Matcher matcher = word.matcher(sql);
        return matcher.find() ? OptionalInt.of(matcher.start()) : OptionalInt.empty();
    }
}
