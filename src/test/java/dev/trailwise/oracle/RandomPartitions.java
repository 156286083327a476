package dev.trailwise.oracle;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A query that a seed makes up, with conditions on partition columns in all the places where SQL has conditions. */
final class RandomPartitions {
    private static final List<String> DAYS = List.of("2026/10/05", "2026/10/06", "2026/10/07", "2026/10/08");
    private static final List<String> REGIONS = List.of("us-east-1", "eu-central-1", "ap-southeast-2", "us-west-2");
    private static final List<String> ACCOUNTS = List.of("111122223333", "222233334444", "333344445555");
    private static final List<String> DATA = List.of(
            "%seventname = 'AssumeRole'", "%sreadonly = 'true'", "%serrorcode IS NULL", "%seventtime >= '2026-10-06'");

    private final Random random;

    RandomPartitions(long seed) {
        random = new Random(seed * 104_729);
    }

    String sql() {
        return switch (random.nextInt(18)) {
            case 0, 1, 2, 3 -> "SELECT count(*) AS n FROM cloudtrail WHERE " + condition("", 3);
            case 4 ->
                "SELECT day, count(*) AS n FROM cloudtrail WHERE " + condition("", 1) + " GROUP BY day HAVING "
                        + own("", "day");
            case 5 ->
                "SELECT count(*) AS n FROM (SELECT *, day AS d FROM cloudtrail WHERE " + condition("", 1)
                        + ") AS x WHERE " + own("x.", "d");
            case 6 ->
                "SELECT count(*) AS n FROM (SELECT day, region, count(*) AS c FROM cloudtrail GROUP BY day, region)"
                        + " WHERE " + own("", "day") + " AND c > 0";
            case 7 ->
                "SELECT count(*) AS n FROM (SELECT eventid, day, row_number() OVER (PARTITION BY day ORDER BY"
                        + " eventtime, eventid) AS k FROM cloudtrail) WHERE k = 1 AND " + own("", "day");
            case 8 ->
                "SELECT count(*) AS n FROM cloudtrail a " + join() + " JOIN cloudtrail b ON a.eventid = b.eventid"
                        + " AND " + condition(side(), 1) + " WHERE " + condition("a.", 1);
            case 9 ->
                "SELECT count(*) AS n FROM cloudtrail a " + join() + " JOIN cloudtrail b ON a.eventid = b.eventid"
                        + " WHERE " + condition(side(), 1);
            case 10 ->
                "SELECT count(*) AS n FROM cloudtrail a " + join() + " JOIN cloudtrail b ON a.day = b.day AND"
                        + " a.eventid = b.eventid WHERE " + condition(side(), 1);
            case 11 ->
                "SELECT count(*) AS n FROM cloudtrail a " + join() + " JOIN cloudtrail b USING (day, eventid) WHERE "
                        + (random.nextBoolean() ? own("", "day") : own(side(), "region"));
            case 12 ->
                "SELECT count(*) AS n FROM cloudtrail a " + join() + " JOIN (SELECT eventid, day, region FROM"
                        + " cloudtrail WHERE " + condition("", 1) + ") b ON a.eventid = b.eventid AND b.day = a.day"
                        + " AND " + own(side(), "day")
                        + (random.nextBoolean() ? "" : " WHERE " + own(side(), "region"));
            case 13 ->
                "WITH t AS (SELECT * FROM cloudtrail WHERE " + condition("", 1) + ") SELECT count(*) AS n FROM t"
                        + " WHERE " + condition("", 1);
            case 14 ->
                "SELECT count(*) AS n FROM (SELECT day, region, 'a' AS k FROM cloudtrail UNION ALL SELECT day,"
                        + " region, 'b' FROM cloudtrail WHERE " + condition("", 0) + ") WHERE " + own("", "day")
                        + (random.nextBoolean() ? " AND k = 'a'" : "");
            case 15 ->
                "SELECT count(*) AS n FROM cloudtrail WHERE " + condition("", 1)
                        + " AND eventid IN (SELECT eventid FROM cloudtrail WHERE " + condition("", 1) + ")";
            case 16 ->
                "SELECT count(*) AS n FROM cloudtrail a WHERE " + condition("a.", 1)
                        + " AND EXISTS (SELECT 1 FROM cloudtrail b WHERE b.eventid = a.eventid AND "
                        + condition("b.", 1)
                        + ")";
            default ->
                "SELECT count(*) AS n FROM cloudtrail JOIN (SELECT DISTINCT eventid, day FROM cloudtrail WHERE "
                        + condition("", 1) + ") AS o USING (eventid) WHERE " + own("o.", "day");
        };
    }

    private String join() {
        return List.of("", "LEFT", "RIGHT", "FULL").get(random.nextInt(4));
    }

    private String side() {
        return random.nextBoolean() ? "a." : "b.";
    }

    private String condition(String of, int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 6);
        return switch (kind) {
            case 0, 1, 2, 3 ->
                own(of, List.of("day", "day", "region", "account").get(random.nextInt(4)));
            case 4 -> tuple(of);
            case 5 -> random.nextInt(3) == 0 ? "false" : String.format(DATA.get(random.nextInt(DATA.size())), of);
            case 6, 7 -> "(" + condition(of, depth - 1) + " AND " + condition(of, depth - 1) + ")";
            case 8 -> "(" + condition(of, depth - 1) + " OR " + condition(of, depth - 1) + ")";
            default -> "NOT (" + condition(of, depth - 1) + ")";
        };
    }

    private String tuple(String of) {
        return "(" + of + "region, " + of + "day) IN ("
                + IntStream.range(0, 2)
                        .mapToObj(k -> "(" + one(REGIONS) + ", " + one(DAYS) + ")")
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** A condition on one partition column, under whatever name. */
    private String own(String of, String column) {
        List<String> values = column.startsWith("d") ? DAYS : column.equals("region") ? REGIONS : ACCOUNTS;
        String name = of + column;
        if (column.startsWith("d") && random.nextInt(3) == 0) {
            return ofDay(name);
        }
        return switch (random.nextInt(9)) {
            case 0 -> name + " = " + one(values);
            case 1 -> name + " <> " + one(values);
            case 2 -> name + " IN (" + one(values) + ", " + one(values) + ")";
            case 3 -> name + " NOT IN (" + one(values) + ", " + one(values) + ")";
            case 4 -> name + " >= " + one(values);
            case 5 -> name + " BETWEEN " + one(values) + " AND " + one(values);
            case 6 -> name + " LIKE '" + values.get(0).substring(0, 5) + "%" + last(values) + "'";
            case 7 -> "substr(" + name + ", 3) = substr(" + one(values) + ", 3)";
            default -> name + " IS NOT NULL";
        };
    }

    private String ofDay(String day) {
        return switch (random.nextInt(7)) {
            case 0 -> "date_parse(" + day + ", '%Y/%m/%d') > TIMESTAMP '2026-10-06 00:00:00'";
            case 1 -> "CAST(replace(" + day + ", '/', '-') AS date) <= DATE '2026-10-06'";
            case 2 -> "split_part(" + day + ", '/', 3) = '0" + (5 + random.nextInt(4)) + "'";
            case 3 -> "CAST(split(" + day + ", '/')[3] AS integer) % 2 = 0";
            case 4 -> "concat(" + day + ", 'x') = '2026/10/07x'";
            case 5 -> "CASE WHEN " + day + " = '2026/10/06' THEN true ELSE false END";
            default -> "coalesce(" + day + ", 'none') > '2026/10/06'";
        };
    }

    private String last(List<String> values) {
        String value = values.get(random.nextInt(values.size()));
        return value.substring(value.length() - 1);
    }

    private String one(List<String> values) {
        return "'" + values.get(random.nextInt(values.size())) + "'";
    }
}
