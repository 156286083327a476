package dev.trailwise.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query that a seed makes up: filters and aggregates over all kinds of columns. */
final class RandomQuery {
    private static final List<String> TEXTS = List.of(
            "eventname",
            "eventsource",
            "awsregion",
            "errorcode",
            "useridentity.type",
            "useridentity.arn",
            "useridentity.username",
            "useridentity.sessioncontext.sessionissuer.username",
            "sourceipaddress",
            "readonly",
            "account",
            "region",
            "day",
            "recipientaccountid",
            "eventtype",
            "tlsdetails.tlsversion",
            "json_extract_scalar(requestparameters, '$.bucketName')",
            "json_extract_scalar(requestparameters, '$.userName')",
            "element_at(resources, 1).type",
            "split_part(eventsource, '.', 1)",
            "lower(eventname)",
            "substr(eventtime, 1, 13)",
            "coalesce(errorcode, 'none')",
            "element_at(split(useridentity.arn, '/'), -1)");
    private static final List<String> NUMBERS = List.of(
            "length(eventname)",
            "cardinality(resources)",
            "json_array_length(json_extract(responseelements, '$.items'))",
            "hour(from_iso8601_timestamp(eventtime))",
            "date_diff('minute', TIMESTAMP '2026-10-05 00:00:00 UTC', from_iso8601_timestamp(eventtime))",
            "strpos(eventsource, '.')",
            "length(coalesce(useragent, ''))",
            "length(eventname) / 3",
            "length(eventname) % 4");
    private static final List<String> LITERALS = List.of(
            "'ConsoleLogin'",
            "'AssumeRole'",
            "'GetObject'",
            "'us-east-1'",
            "'s3.amazonaws.com'",
            "'IAMUser'",
            "'AccessDenied'",
            "'true'",
            "'2026/10/06'",
            "'222233334444'",
            "''",
            "'Describe'",
            "'iam'");

    private final Random random;

    RandomQuery(long seed) {
        random = new Random(seed * 7919);
    }

    String sql() {
        List<String> keys = some(TEXTS, random.nextInt(3));
        List<String> items = new ArrayList<>(keys);
        int aggregates = 1 + random.nextInt(3);
        for (int i = 0; i < aggregates; i++) {
            items.add(aggregate());
        }
        List<String> named = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            named.add(items.get(i) + " AS c" + i);
        }
        boolean cte = random.nextInt(8) == 0;
        String nested = "SELECT * FROM cloudtrail WHERE " + condition(1);
        String sql = (cte ? "WITH t AS (" + nested + ")\n" : "") + "SELECT " + String.join(", ", named) + "\nFROM "
                + (cte ? "t" : source(nested));
        if (sql.endsWith(" AND")) {
            sql += " " + condition(1);
        } else if (random.nextInt(5) > 0) {
            sql += "\nWHERE " + condition(2);
        }
        if (!keys.isEmpty()) {
            sql += "\nGROUP BY "
                    + (random.nextBoolean()
                            ? String.join(", ", keys)
                            : Stream.iterate(1, i -> i + 1)
                                    .limit(keys.size())
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")));
            if (random.nextInt(4) == 0) {
                sql += "\nHAVING count(*) > " + random.nextInt(5);
            }
        }
        return random.nextInt(4) == 0
                ? sql + "\nORDER BY " + (1 + random.nextInt(items.size())) + (random.nextBoolean() ? " DESC" : "")
                : sql;
    }

    /** What is read: the table itself, as a rule. */
    private String source(String nested) {
        return switch (random.nextInt(13)) {
            case 3 ->
                "(SELECT *, " + pick(List.of("row_number()", "rank()", "count(*)")) + " OVER (PARTITION BY "
                        + pick(List.of("day", "region", "account", "eventname", "day, region"))
                        + " ORDER BY eventid) AS n FROM"
                        + " cloudtrail) AS t WHERE n <= " + (1 + random.nextInt(3)) + " AND NOT (" + partition()
                        + ") AND";
            case 4 ->
                "cloudtrail AS t " + pick(List.of("JOIN", "LEFT JOIN"))
                        + " (SELECT eventid AS id, eventname AS other FROM cloudtrail WHERE " + condition(0)
                        + ") AS u ON t.eventid = u.id AND "
                        + (random.nextBoolean()
                                ? "NOT (" + partition() + ")"
                                : "u.other IN" + " (SELECT eventname FROM cloudtrail WHERE readonly = 'false')");
            case 5 ->
                "(SELECT * FROM cloudtrail t WHERE EXISTS (SELECT 1 FROM cloudtrail x WHERE x.eventid = t.eventid AND "
                        + "x." + partition() + ")) AS t";
            case 0 -> "(" + nested + ") AS t";
            case 1 -> "(" + nested + " UNION ALL SELECT * FROM cloudtrail WHERE " + condition(1) + ") AS t";
            case 2 ->
                "cloudtrail AS t " + pick(List.of("JOIN", "LEFT JOIN", "RIGHT JOIN"))
                        + " (SELECT DISTINCT eventid AS id FROM cloudtrail WHERE " + condition(1)
                        + ") AS u ON t.eventid = u.id AND " + partition();
            default -> "cloudtrail";
        };
    }

    private String partition() {
        return switch (random.nextInt(4)) {
            case 0 -> "day " + pick(List.of("=", "<", ">=", "<=")) + " '2026/10/0" + (4 + random.nextInt(4)) + "'";
            case 1 -> "region IN ('us-east-1', '" + pick(List.of("eu-west-1", "sa-east-1")) + "')";
            case 2 -> "account = '" + pick(List.of("222233334444", "111122223333", "999999999999")) + "'";
            default -> "day BETWEEN '2026/10/06' AND '2026/10/1'";
        };
    }

    private String aggregate() {
        return switch (random.nextInt(11)) {
            case 0 -> "count(*)";
            case 1 -> "count(" + text() + ")";
            case 2 -> "count(DISTINCT " + text() + ")";
            case 3 -> "min(" + text() + ")";
            case 4 -> "max(" + text() + ")";
            case 5 -> "sum(" + number() + ")";
            case 6 -> "avg(" + number() + ")";
            case 7 -> "count_if(" + condition(1) + ")";
            case 8 -> "count(*) FILTER (WHERE " + condition(1) + ")";
            case 9 -> joined(text());
            default -> "bool_or(" + condition(1) + ")";
        };
    }

    private static String joined(String text) {
        return "array_join(array_agg(DISTINCT " + text + " ORDER BY " + text + "), ',')";
    }

    private String condition(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return "(" + condition(depth - 1) + (random.nextBoolean() ? " AND " : " OR ") + condition(depth - 1) + ")";
        }
        return switch (random.nextInt(14)) {
            case 0 -> text() + " = " + literal();
            case 1 -> text() + " <> " + literal();
            case 2 -> text() + " IN (" + literal() + ", " + literal() + ", " + literal() + ")";
            case 3 ->
                text() + " LIKE '" + pick(List.of("%s3%", "Create%", "%e", "_et%", "%", "arn:aws:%:user/%")) + "'";
            case 4 -> text() + " IS " + (random.nextBoolean() ? "NOT " : "") + "NULL";
            case 5 -> number() + pick(List.of(" > ", " <= ", " = ", " <> ")) + random.nextInt(30);
            case 6 -> text() + " BETWEEN " + "'2026-10-05' AND 'us-west-1'";
            case 7 -> "NOT (" + condition(0) + ")";
            case 8 ->
                "regexp_like(" + text() + ", '"
                        + pick(List.of("^Get", "(?i)BUCKET", "[0-9]{3,}", "\\.amazonaws\\.com$", "user|role")) + "')";
            case 9 -> "any_match(resources, r -> r.arn LIKE '%" + pick(List.of("s3", "role", "key", "x")) + "%')";
            case 10, 11 -> partition();
            case 12 ->
                "from_iso8601_timestamp(eventtime) >= TIMESTAMP '2026-10-0" + (5 + random.nextInt(3))
                        + " 12:00:00 UTC'";
            default -> text() + " NOT IN (SELECT eventname FROM cloudtrail WHERE errorcode IS NOT NULL)";
        };
    }

    private String text() {
        return pick(TEXTS);
    }

    private String number() {
        return pick(NUMBERS);
    }

    private String literal() {
        return pick(LITERALS);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private List<String> some(List<String> choices, int count) {
        return Stream.generate(() -> pick(choices)).limit(count).distinct().toList();
    }
}
