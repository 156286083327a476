package dev.trailwise.sql.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.local.JavaFunctions;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.text.Position;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.Column;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.Told;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbSqlTest {
    private static final TableName TABLE = new TableName("security", "cloudtrail_logs");

    private static final Set<String> REGISTERED = new TreeSet<>();
    private static Connection duckDb;

    @BeforeAll
    static void open() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckDb.createStatement()) {
            for (String session : DuckDbSql.session()) {
                statement.execute(session);
            }
            statement.execute("CREATE SCHEMA security");
            statement.execute(Tables.EVENTS.columns().stream()
                    .map(DuckDbSqlTest::declared)
                    .collect(Collectors.joining(
                            ", ",
                            "CREATE TABLE security.cloudtrail_logs (",
                            ", account VARCHAR, region VARCHAR, day VARCHAR)")));
            statement.execute("""
                    INSERT INTO security.cloudtrail_logs BY NAME
                    SELECT 'e' || i AS eventid, '2026-11-01T10:00:0' || i || 'Z' AS eventtime,
                      CASE i WHEN 0 THEN 'CreateUser' WHEN 1 THEN 'GetObject' ELSE 'ListBuckets' END AS eventname,
                      CASE i WHEN 0 THEN '10.1.2.3' WHEN 1 THEN '2001:db8::1' WHEN 2 THEN 'ec2.amazonaws.com' END AS sourceipaddress,
                      CASE i WHEN 0 THEN '{"userName":"eve","tags":["a","b"],"x-y":1}' WHEN 1 THEN 'no json' END AS requestparameters,
                      CASE i WHEN 2 THEN NULL WHEN 1 THEN [] ELSE
                        [{'arn': 'arn:aws:s3:::b' || i, 'accountid': '1', 'type': 'T'}, {'arn': NULL, 'accountid': '2', 'type': 'U'}] END AS resources,
                      'us-east-1' AS region, '2026/11/01' AS day
                    FROM range(0, 4) t(i)
                    """);
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckDb.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT EventName, count(*) AS n FROM cloudtrail_logs GROUP BY 1 ORDER BY n DESC, 1 LIMIT 1 => ListBuckets,2",
                "SELECT json_extract_scalar(requestparameters, '$.userName') FROM security.cloudtrail_logs WHERE eventid = 'e0' => eve",
                "SELECT json_extract_scalar(requestparameters, '$[\"x-y\"]') FROM cloudtrail_logs WHERE eventid = 'e0' => 1",
                "SELECT json_extract_scalar(requestparameters, '$.tags') FROM cloudtrail_logs WHERE eventid = 'e0' => null",
                "SELECT count(*) FROM cloudtrail_logs WHERE json_extract_scalar(requestparameters, '$.a') IS NULL => 4",
                "SELECT count(*) FROM cloudtrail_logs WHERE any_match(resources, r -> r.arn LIKE '%b3') => 1",
                "SELECT any_match(resources, r -> r.arn = 'x') FROM cloudtrail_logs WHERE eventid = 'e0' => null",
                "SELECT any_match(resources, r -> r.arn = 'x') FROM cloudtrail_logs WHERE eventid = 'e1' => false",
                "SELECT all_match(resources, r -> r.accountid <> 'x') FROM cloudtrail_logs WHERE eventid = 'e0' => true",
                "SELECT cardinality(resources), element_at(resources, 1).type FROM cloudtrail_logs WHERE eventid = 'e0' => 2,T",
                "SELECT r.arn FROM cloudtrail_logs CROSS JOIN UNNEST(resources) AS r(arn, account, type) WHERE r.account = '2' AND eventid = 'e0' => null",
                "SELECT count(*) FROM cloudtrail_logs CROSS JOIN UNNEST(transform(resources, x -> x.arn)) AS r(arn) WHERE r.arn IS NOT NULL => 2",
                "SELECT count(*) FROM cloudtrail_logs t LEFT JOIN UNNEST(t.resources) AS r(a, b, c) ON TRUE => 6",
                "SELECT count(*) FROM cloudtrail_logs CROSS JOIN UNNEST(resources) AS r(e) WHERE r.e.type = 'U' => 2",
                "SELECT date_diff('second', from_iso8601_timestamp(min(eventtime)), from_iso8601_timestamp(max(eventtime))) FROM cloudtrail_logs => 3",
                "SELECT date_format(date_trunc('day', from_iso8601_timestamp(max(eventtime))), '%Y/%m/%d') FROM cloudtrail_logs => 2026/11/01",
                "SELECT split_part('a.b', '.', 3), split_part('a.b', '.', 2), 5 / 2, if(1 > 2, 'y'), concat('a', NULL) => null,b,2,null,null",
                "SELECT regexp_extract('abc', 'x'), regexp_replace('a1b2', '([0-9])', '<$1>'), regexp_like('abc', 'b') => null,a<1>b<2>,true",
                "SELECT array_join(array_agg(eventid ORDER BY eventid DESC), ',') FROM cloudtrail_logs => e3,e2,e1,e0",
                "SELECT array_join(ARRAY[NULL], ','), array_join(array_agg(errorcode), ','), concat_ws(',', ARRAY[NULL]) FROM cloudtrail_logs => ,,",
                "SELECT count_if(errorcode = 'x'), count_if(errorcode = 'x') FILTER (WHERE eventid = 'e1') FROM cloudtrail_logs => 0,0",
                "SELECT CAST(date_trunc('day', TIMESTAMP '2026-10-01 10:00:00.000') AS varchar) => 2026-10-01 00:00:00.000",
                "SELECT CAST(from_iso8601_timestamp(max(eventtime)) AS varchar) FROM cloudtrail_logs WHERE from_iso8601_timestamp(eventtime) > TIMESTAMP '2026-10-01 00:00:00 UTC' => 2026-11-01 10:00:03.000 UTC",
                "SELECT to_iso8601(from_iso8601_timestamp('2026-11-01T10:00:00Z')), to_iso8601(DATE '2026-11-01') => 2026-11-01T10:00:00.000Z,2026-11-01",
                "SELECT round(10.0 / 3, 2), round(2.5), round(1.45, 1), round(-1.5), ceil(1.2), floor(-1.2), truncate(1.29), sign(-1.5), round(1234, -2) => 3.3,3,1.50,-2,2,-2,1,-1,1200",
                "SELECT approx_percentile(length(eventname), 0.5), approx_distinct(eventname) FROM cloudtrail_logs => 10,3",
                "SELECT reduce(transform(ARRAY['a', 'bc'], x -> length(x)), 0, (s, x) -> s + x, s -> s) => 3",
                "SELECT count_if(eventid = 'x') FROM cloudtrail_logs WHERE eventid = 'none' => 0",
                "SELECT x FROM (VALUES 1, 2) AS t(x) WHERE x > 1 => 2",
                "SELECT try_cast('x' AS bigint), TRY(CAST('y' AS integer)), contains(ARRAY[1, 2], 2), strpos('abc', 'c') => null,null,true,3",
                "SELECT row_number() OVER (PARTITION BY eventname ORDER BY eventtime DESC) FROM cloudtrail_logs WHERE eventid = 'e2' => 1",
                "SELECT reduce(ARRAY[1, 2], 0, (s, x) -> s + x, s -> s * 10), filter(ARRAY[1, 2], x -> x > 1)[1] => 30,2",
                "SELECT count(*) FROM cloudtrail_logs WHERE EXISTS (SELECT 1 FROM UNNEST(resources) AS r(arn, account, type) WHERE arn LIKE '%' || 'b3') => 1",
                "SELECT count(*) = (SELECT count(*) FROM cloudtrail_logs) FROM cloudtrail_logs WHERE EXISTS (SELECT count(*) FROM UNNEST(resources) AS r(arn, account, type) WHERE arn = 'none') => true",
                "SELECT 100.0 * 1 / 3, 1 / 3.0, 7 % 4, -7 / 2, 10 / 4e0, CAST(1 AS decimal(10,2)) / 3 => 33.3,0.3,3,-3,2.5,0.33",
                "SELECT contains('10.0.0.0/8', TRY_CAST(sourceipaddress AS ipaddress)) FROM cloudtrail_logs WHERE eventid = 'e0' => true",
                "SELECT CAST(TRY_CAST(sourceipaddress AS ipaddress) AS varchar) FROM cloudtrail_logs WHERE eventid < 'e3' AND sourceipaddress LIKE '10%' => 10.1.2.3",
                "SELECT contains('2001:db8::/32', TRY_CAST(sourceipaddress AS ipaddress)) FROM cloudtrail_logs WHERE eventid = 'e1' => true",
                "SELECT TRY_CAST(sourceipaddress AS ipaddress) FROM cloudtrail_logs WHERE eventid = 'e2' => null",
                "SELECT TRY_CAST('1.5' AS bigint), TRY_CAST(' 1' AS integer), TRY_CAST('2026/11/01' AS date), TRY_CAST('yes' AS boolean) => null,null,null,null",
                "SELECT CAST(json_parse('\"x\"') AS varchar), CAST(json_parse('[1,2]') AS array(bigint))[2], CAST('a' AS json) => x,2,\"a\"",
                "SELECT json_extract(requestparameters, '$.tags[1]') FROM cloudtrail_logs WHERE eventid = 'e0' => \"b\"",
                "SELECT lower(eventname) AS eventname, count(*) FROM cloudtrail_logs WHERE eventname = 'CreateUser' GROUP BY eventname ORDER BY eventname => createuser,1",
                "SELECT eventid, a.eventname FROM cloudtrail_logs a JOIN cloudtrail_logs b USING (eventid) WHERE b.eventname = 'CreateUser' => e0,CreateUser",
                "SELECT max_by(eventname, eventtime), min(eventid), map_agg(eventname, eventid)['GetObject'] FROM cloudtrail_logs => ListBuckets,e0,e1",
                "SELECT k, v FROM UNNEST(map(ARRAY['a'], ARRAY[1])) AS t(k, v) => a,1",
                "SELECT a, b, n FROM UNNEST(ARRAY[1, 2], ARRAY['x']) WITH ORDINALITY AS t(a, b, n) WHERE n = 2 => 2,null,2",
                "SELECT eventid, r.arn, n FROM cloudtrail_logs LEFT JOIN UNNEST(resources) WITH ORDINALITY AS r(arn, b, c, n) ON TRUE WHERE eventid = 'e1' => e1,null,null",
                "SELECT t.eventid, r.b, s.c FROM cloudtrail_logs t, UNNEST(t.resources) AS r(a, b, c), UNNEST(split(r.c, 'x')) AS s(c) WHERE r.b = '2' AND t.eventid = 'e3' => e3,2,U",
                "SELECT x, y, z FROM (VALUES ARRAY[1]) AS a(x) CROSS JOIN (VALUES ARRAY[3, 4]) AS b(y) CROSS JOIN UNNEST(x, y) AS c(z, w) WHERE w = 4 => [1],[3, 4],null",
                "SELECT count(*) FROM cloudtrail_logs CROSS JOIN UNNEST(resources, ARRAY[1, 2, 3]) AS r(arn, b, c, i) => 12",
                "SELECT count(*), count(i) FROM cloudtrail_logs LEFT JOIN UNNEST(resources, CAST(NULL AS array(bigint))) AS r(arn, b, c, i) ON TRUE => 6,0",
                "SELECT eventid, (SELECT max(r.type) FROM UNNEST(t.resources) AS r(arn, account, type)) FROM cloudtrail_logs t WHERE eventid = 'e1' => e1,null",
                "SELECT eventid, (SELECT count(*) FROM (VALUES 1, 2) AS v(n) CROSS JOIN UNNEST(t.resources) AS r(arn, account, type)) FROM cloudtrail_logs t WHERE eventid = 'e0' => e0,4",
                "SELECT eventid, r.b, o.eventname FROM cloudtrail_logs CROSS JOIN UNNEST(resources) AS r(a, b, c) JOIN (SELECT eventid AS id, eventname FROM cloudtrail_logs) AS o ON o.id = eventid WHERE r.b = '1' AND eventid = 'e0' => e0,1,CreateUser",
                "SELECT eventid, r.b FROM cloudtrail_logs JOIN (SELECT 'e0' AS eventid) AS o USING (eventid) CROSS JOIN UNNEST(resources) AS r(a, b, c) WHERE r.c = 'U' => e0,2",
                "SELECT cloudtrail_logs.eventid, count(*) FROM cloudtrail_logs CROSS JOIN UNNEST(resources) GROUP BY cloudtrail_logs.eventid HAVING max(type) = 'U' ORDER BY 1 LIMIT 1 => e0,2",
                "SELECT x.n FROM cloudtrail_logs t CROSS JOIN LATERAL (SELECT count(*) AS n FROM UNNEST(t.resources) AS r(a, b, c) WHERE b = '2') AS x WHERE eventid = 'e3' => 1",
                "SELECT count(*) FROM (SELECT * FROM cloudtrail_logs WHERE eventid <> 'e0') AS t LEFT JOIN UNNEST(t.resources) AS r(a, b, c) ON TRUE => 4",
                "SELECT eventname FROM (SELECT *, row_number() OVER (PARTITION BY region ORDER BY eventtime DESC) AS n FROM cloudtrail_logs) WHERE n = 1 => ListBuckets",
                "SELECT sum(n) FROM (SELECT count(*) AS n FROM cloudtrail_logs UNION ALL SELECT 1) => 5",
                "SELECT 'T' IN (SELECT type FROM UNNEST(resources) AS r(a, b, type)), 'x' IN (SELECT arn FROM UNNEST(resources) AS r), 'x' NOT IN (SELECT type FROM UNNEST(resources) AS r WHERE b < '0') FROM (SELECT resources, '1' AS b FROM cloudtrail_logs WHERE eventid = 'e0') => true,null,true",
                "SELECT eventid IN (SELECT arn FROM UNNEST(resources) AS r), EXISTS (SELECT lower(arn) FROM UNNEST(resources) AS r) FROM cloudtrail_logs WHERE eventid = 'e1' => false,false",
                "SELECT x.c, x.d FROM cloudtrail_logs t, LATERAL (SELECT r.type || t.eventid, n FROM UNNEST(t.resources) WITH ORDINALITY AS r(a, b, type, n) WHERE b = '2') AS x(c, d) WHERE eventid = 'e3' => Ue3,2",
                "SELECT listagg(eventid, '+') WITHIN GROUP (ORDER BY eventid DESC) FROM cloudtrail_logs WHERE eventname = 'ListBuckets' => e3+e2",
                "SELECT substr('abc', 0), substr('abc', -9), substr('abc', 2, 1), reverse('ab'), TIMESTAMP '2026-11-01 10:00:00 UTC' - TIMESTAMP '2026-10-31 09:59:59.5 UTC' => ,,b,ba,1 00:00:00.500",
                "SELECT format_datetime(from_iso8601_timestamp('2026-11-01T10:00:00Z'), 'yyyy-MM-dd HH:mm'), CAST(from_iso8601_timestamp('2026-11-01T10:00:00Z') AS varchar) => 2026-11-01 10:00,2026-11-01 10:00:00.000 UTC",
                "SELECT json_extract_scalar(requestparameters, '$.userName') AS u, count(*) FROM cloudtrail_logs WHERE eventid = 'e0' GROUP BY requestparameters => eve,1",
                "SELECT json_extract_scalar(max_by(requestparameters, requestparameters), '$.userName') FROM cloudtrail_logs => eve",
                "SELECT TRY(count_if(eventid = 'e1') * 100 / count(*)), TRY(1 / count_if(eventid = 'x')) FROM cloudtrail_logs => 25,null",
                "SELECT TRY(CAST(lower(eventname) AS integer)), count(*) FROM cloudtrail_logs WHERE eventid = 'e0' GROUP BY lower(eventname) => null,1",
                "SELECT TRY(CAST(eventname AS integer) + 1), count(*) FROM cloudtrail_logs WHERE eventid < 'e2' GROUP BY TRY(CAST(eventname AS integer) + 1) => null,2",
                "SELECT TRY(1 / (row_number() OVER (ORDER BY eventid) - 1)) FROM cloudtrail_logs WHERE eventid = 'e0' => null",
                "SELECT TRY(1 / (SELECT count(*) FROM cloudtrail_logs WHERE eventid = 'none')), TRY(10 / (SELECT count(*) FROM cloudtrail_logs)) => null,2",
                "SELECT TRY(date_parse(max(eventname), '%Y')), TRY(transform(ARRAY['1', 'x'], a -> CAST(a AS integer))), transform(ARRAY['1', 'x'], a -> TRY(CAST(a AS integer))) FROM cloudtrail_logs => null,null,[1, NULL]",
                "SELECT count(*) FROM cloudtrail_logs GROUP BY region HAVING CAST(min(sourceipaddress) AS ipaddress) = IPADDRESS '10.1.2.3' ORDER BY CAST(min(sourceipaddress) AS ipaddress) => 4",
                "SELECT any_match(resources, r -> r.type = 'T') AS t, count(*) FROM cloudtrail_logs WHERE eventid = 'e0' GROUP BY any_match(resources, r -> r.type = 'T') => true,1",
                "SELECT regexp_replace('ab', '', '-'), regexp_extract('abc', '(x)?b', 1), regexp_like('a1', '(?<=a)1') => -a-b-,null,true",
                "SELECT json_value(requestparameters, 'lax $.userName') AS u, count(*) FROM cloudtrail_logs WHERE json_exists(requestparameters, 'strict $.tags[*] ? (@ == \"b\")') GROUP BY 1 => eve,1",
                "SELECT json_value(requestparameters, 'lax $.none' DEFAULT eventname ON EMPTY DEFAULT 'broken' ON ERROR) FROM cloudtrail_logs WHERE eventid = 'e1' => broken",
                "SELECT json_value('{\"a\": 1.5}', 'lax $.a' RETURNING bigint), json_value('{}', 'lax $.a' RETURNING integer DEFAULT 0 ON EMPTY), json_value('[1]', 'lax $[3]') => 2,0,null",
                "SELECT json_query(requestparameters, 'lax $.tags'), json_query(requestparameters, 'lax $.tags[*]' EMPTY ARRAY ON ERROR), json_query(requestparameters, 'lax $.userName' OMIT QUOTES) FROM cloudtrail_logs WHERE eventid = 'e0' => [\"a\",\"b\"],[],eve",
                "SELECT TRY(CAST(json_value(requestparameters, 'lax $.userName') AS bigint)) FROM cloudtrail_logs WHERE eventid = 'e0' => null",
                "SELECT eventid, element_at(resources, 2).* FROM cloudtrail_logs WHERE eventid = 'e0' => e0,null,2,U",
                "SELECT a, c FROM (SELECT resources[1].* AS (a, b, c) FROM cloudtrail_logs WHERE eventid = 'e3') => arn:aws:s3:::b3,T",
                "SELECT (ROW(1, 'x')).*, count(*) FROM cloudtrail_logs => 1,x,4",
                "SELECT count(arn) FROM (SELECT c.useridentity.sessioncontext.sessionissuer.* FROM cloudtrail_logs c) => 0",
                "SELECT cardinality(histogram(x)), element_at(histogram(x), 0.5e0), cardinality(histogram(DISTINCT x)) FROM (VALUES nan(), 0.5e0, nan(), NULL) AS t(x) => 2,1,2",
                "SELECT max_by(x, y), max_by(x, y, 2), min_by(x, y, 2) FROM (VALUES (1, nan()), (2, 1e0)) AS t(x, y) => 2,[2, 1],[2, 1]",
                "SELECT round(if(false, 2.5), -2), CAST(array_remove(ARRAY[0.25, DECIMAL '0.00'], 1.250)[2] AS varchar), to_hex(to_utf8(from_utf8(X'ff83'))) => null,0.000,EFBFBDEFBFBD",
                "SELECT extract(timezone_hour FROM t), extract(timezone_minute FROM t), timezone_hour(u), timezone_minute(u) FROM (SELECT TIMESTAMP '2026-11-01 10:00:00.000 UTC' AS u, TIMESTAMP '2026-11-01 10:00:00.000 UTC' AT TIME ZONE '-03:30' AS t) => -3,-30,0,0",
                "SELECT CAST(u AT TIME ZONE INTERVAL '2' HOUR AS varchar), CAST(u AT TIME ZONE INTERVAL -'3:30' HOUR TO MINUTE AS varchar) FROM (SELECT TIMESTAMP '2026-11-01 10:00:00.000 UTC' AS u) => 2026-11-01 12:00:00.000 +02:00,2026-11-01 06:30:00.000 -03:30",
                "SELECT array_agg(from_iso8601_timestamp(eventtime) AT TIME ZONE 'Asia/Tokyo') FROM cloudtrail_logs WHERE eventid = 'e0' => ['2026-11-01 19:00:00.000 Asia/Tokyo']",
                "WITH cloudtrail_logs AS (SELECT 7 AS x) SELECT x FROM cloudtrail_logs /* a /* b */ => 7",
                "SELECT greatest(1, NULL), coalesce(NULL, 3), nullif(1, 1), U.x FROM (SELECT 1 AS x) u => null,3,null,1",
            })
    void answers_as_trino_does(String sql, String row) throws SQLException {
        assertThat(rows(sql)).as(translate(sql)).containsExactly(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 11) SELECT count(*), max(n) FROM t => 11,11",
                "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 12) SELECT count(*), max(n) FROM t => Recursion depth limit exceeded (10). Use 'max_recursion_depth'",
                "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n FROM t WHERE n < 5 => Recursion depth limit exceeded (10)",
                "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT 1 FROM t) SELECT count(*) FROM t => Recursion depth limit exceeded (10)",
                "WITH RECURSIVE t(n, s) AS (SELECT 1, '\"w1\"' UNION SELECT least(n + 1, 3), s FROM t WHERE n < 3) SELECT count(*), min(s) FROM t => 3,\"w1\"",
                "WITH RECURSIVE t(n, p) AS (VALUES (1, 'abc'), (2, 'b') UNION ALL SELECT x.n + 2, 'ab' FROM t AS x WHERE n < 3) SELECT count(*), sum(n) FROM t => 4,10",
                "WITH RECURSIVE a(n) AS (SELECT 1), t(n) AS (SELECT n FROM a UNION ALL SELECT n + 1 FROM (SELECT n FROM t) JOIN a USING (n)) SELECT sum(n) FROM t => 3",
                "WITH RECURSIVE t(n) AS (SELECT eventid FROM cloudtrail_logs WHERE eventid = 'e0' UNION ALL SELECT c.eventid FROM t JOIN cloudtrail_logs AS c ON c.eventid > t.n) SELECT count(*), max(n) FROM t => 8,e3",
            })
    void a_recursive_cte_has_ten_steps_as_in_trino(String sql, String answer) {
        assertThat(outcome(sql)).as(translate(sql)).contains(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT parse_datetime('2026-11-01 10:00:00 Europe/Berlin', 'yyyy-MM-dd HH:mm:ss ZZZ') => a timestamp in the zone Europe/Berlin cannot be answered by the local engine",
                "SELECT to_iso8601(parse_datetime('2026-11-01 10:00:00 UTC', 'yyyy-MM-dd HH:mm:ss ZZZ')) => 2026-11-01T10:00",
                "SELECT TRY_CAST(x AS decimal(5,0)) FROM (VALUES BIGINT '-9223372036854775808') AS t(x) => cannot be answered by the local engine as Athena would",
            })
    void a_value_that_only_trino_can_compute_ends_the_query(String sql, String answer) {
        assertThat(outcome(sql)).as(translate(sql)).contains(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "array_remove(CAST(j AS array(double)), CAST(n AS double))",
                "array_remove(CAST(j AS array(varchar)), CAST(n AS varchar))",
                "contains(CAST(j AS array(double)), CAST(n AS double))",
                "array_intersect(CAST(j AS array(double)), CAST(n AS array(double)))",
                "array_except(CAST(j AS array(double)), CAST(n AS array(double)))",
                "array_join(CAST(j AS array(double)), CAST(n AS varchar))",
                "array_position(CAST(j AS array(double)), CAST(n AS double))",
                "element_at(CAST(j AS array(double)), CAST(n AS bigint))",
                "slice(CAST(j AS array(double)), CAST(n AS bigint), 1)",
                "arrays_overlap(CAST(j AS array(double)), CAST(n AS array(double)))",
                "concat(CAST(j AS array(double)), CAST(n AS array(double)))",
            })
    void an_argument_fails_before_a_null_after_it_is_seen(String call) {
        assertThat(outcome("SELECT " + call + " FROM (VALUES (JSON '\"x\"', JSON 'null')) AS t(j, n)"))
                .contains("Expected a json array");
    }

    private static String outcome(String sql) {
        try {
            return String.join("|", rows(sql));
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT n FROM t => recursive reference not allowed in this context",
                "SELECT n FROM t UNION ALL SELECT 1 => WITH table name is referenced in the base relation of recursion",
                "SELECT 1 UNION ALL SELECT a.n FROM t AS a JOIN t AS b ON a.n = b.n => multiple recursive references",
                "SELECT 1 UNION ALL SELECT 2 WHERE EXISTS (TABLE t) => recursive reference outside of FROM clause",
                "SELECT 1 UNION ALL TABLE t => recursive reference outside of FROM clause",
                "SELECT 1 UNION ALL ((SELECT n + 1 FROM t WHERE n < 3) LIMIT 1) => FETCH FIRST / LIMIT clause in the step relation of recursion",
                "SELECT 1 UNION ALL SELECT n FROM t ORDER BY 1 => immediate ORDER BY clause in recursive query",
                "SELECT 1 UNION ALL SELECT n FROM t OFFSET 1 => immediate OFFSET clause in recursive query",
                "SELECT 1 UNION ALL SELECT n FROM t LIMIT 5 => immediate FETCH FIRST / LIMIT clause in recursive query",
                "WITH u AS (SELECT 1) SELECT 1 UNION ALL SELECT n FROM t => immediate WITH clause in recursive query",
                "WITH RECURSIVE u(n) AS (SELECT 1) SELECT n FROM u => nested recursive WITH query",
                "SELECT 1 UNION ALL SELECT 2 FROM cloudtrail_logs LEFT JOIN t ON t.n = 1 => recursive reference in right source of LEFT join",
                "SELECT 1 UNION ALL SELECT 2 FROM t RIGHT JOIN cloudtrail_logs ON n = 1 => recursive reference in left source of RIGHT join",
                "SELECT 1 UNION ALL SELECT n FROM (SELECT 1 AS n EXCEPT SELECT n FROM t) => recursive reference in right relation of EXCEPT DISTINCT",
                "SELECT 1 UNION ALL SELECT n FROM (SELECT 1 AS n INTERSECT ALL SELECT n FROM t) => recursive reference in INTERSECT ALL",
                "SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n IN (WITH t AS (SELECT 1 AS n) SELECT n FROM t) => there is no table t here",
                "SELECT 1 UNION ALL SELECT n, 1 FROM t => base and step relations of recursion have different number of fields: 1, 2",
            })
    void a_recursive_cte_of_another_shape_is_refused_in_the_words_of_trino(String query, String problem) {
        assertThatThrownBy(() -> translate("WITH RECURSIVE t(n) AS (" + query + ") SELECT * FROM t"))
                .isInstanceOfSatisfying(SqlProblem.class, refused -> {
                    assertThat(refused.problem()).contains(problem);
                    assertThat(refused.isMistake()).isTrue();
                });
    }

    @Test
    void columns_without_a_name_are_named_as_trino_names_them() throws SQLException {
        assertThat(
                        columns(
                                "SELECT count(*), EventName, useridentity.arn, max(eventtime) AS Latest, 1 FROM cloudtrail_logs GROUP BY 2, 3"))
                .containsExactly("_col0", "EventName", "arn", "Latest", "_col4");
    }

    @Test
    void the_fields_of_a_row_are_columns_with_their_names() throws SQLException {
        assertThat(columns("SELECT eventid, element_at(resources, 1).*, (ROW(1)).* FROM cloudtrail_logs"))
                .containsExactly("eventid", "arn", "accountid", "type", "_col4");
        assertThat(columns("SELECT element_at(resources, 1).* AS (a, \"b\", C) FROM cloudtrail_logs"))
                .containsExactly("A", "b", "C");
        assertThat(columns("SELECT t.useridentity.* FROM cloudtrail_logs t")).contains("type", "principalid", "arn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT read_text('/etc/passwd')",
                "SELECT getenv('HOME')",
                "SELECT * FROM \"/etc/passwd\"",
                "SELECT * FROM TABLE(read_csv('/etc/passwd'))",
                "SELECT * FROM duckdb_settings",
                "SELECT * FROM information_schema.tables",
                "SELECT current_setting('home_directory')",
                "SELECT CAST(1 AS hugeint)",
                "SELECT * FROM cloudtrail_logs TABLESAMPLE RESERVOIR (10)",
                "SELECT current_user",
                "SELECT query('SELECT 1')",
                "SELECT * FROM cloudtrail_logs, UNNEST(glob('/etc/*')) AS t(f)",
                "SELECT \"main\".\"lower\"('A')",
                "SELECT /* /* */ getenv('HOME') -- */",
            })
    void nothing_of_duckdbs_own_slips_through(String sql) {
        assertThatThrownBy(() -> translate(sql)).isInstanceOf(SqlProblem.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT count(*) FROM cloudtrail_logs WHERE readonly = true => compare it with 'true' or 'false'",
                "SELECT count(*) FROM cloudtrail_logs WHERE eventtime > now() => from_iso8601_timestamp(eventtime)",
                "SELECT count(*) FROM cloudtrail_logs WHERE errorcode = 404 => cannot compare varchar = integer",
                "SELECT 1 FROM cloudtrail_logs WHERE year = '2026' AND month = '11' => the partition columns are account, region and day",
                "SELECT evenname FROM cloudtrail_logs => did you mean 'eventname'",
                "SELECT useridentity.arm FROM cloudtrail_logs => there is no field arm",
                "SELECT c.useridentity.arn FROM cloudtrail_logs GROUP BY 1 => there is no column c here",
                "SELECT eventname AS n FROM cloudtrail_logs WHERE n = 'x' => there is no column n here",
                "SELECT eventid FROM cloudtrail_logs a, cloudtrail_logs b => ambiguous",
                "SELECT a.eventid FROM cloudtrail_logs a JOIN cloudtrail_logs b USING (eventid) => there is no column eventid here",
                "SELECT CAST(date_trunc('hour', TIMESTAMP '2026-10-01 10:00:00') AS varchar) => three digits after the second",
                "SELECT CAST(t AS varchar) FROM (SELECT TIMESTAMP '2026-10-01 10:00:00' AS t) => three digits after the second",
                "SELECT to_iso8601(TIMESTAMP '2026-10-01 10:00:00 UTC') => three digits after the second",
                "SELECT nothing.* FROM cloudtrail_logs => there is no table nothing here",
                "SELECT DISTINCT eventname FROM cloudtrail_logs ORDER BY eventid => must appear in the select list",
                "SELECT count(*) FROM cloudtrail_logs a LEFT JOIN cloudtrail_logs b ON a.eventid = b.eventid AND b.eventname IN (SELECT eventname FROM cloudtrail_logs) => a subquery in the ON of an outer join",
                "SELECT 'a' || 1 => write CAST(… AS varchar)",
                "SELECT 1 UNION SELECT 'a' => column 1 is integer on one side and varchar on the other",
                "SELECT date_diff('fortnight', now(), now()) => this unit is not one of day, hour",
                "SELECT ifnull(errorcode, '') FROM cloudtrail_logs => Athena has no function ifnull; write coalesce(a, b)",
                "SELECT lenght(eventname) FROM cloudtrail_logs => Athena has no function lenght; did you mean 'length'",
                "SELECT xxhash64(to_utf8(eventname)) FROM cloudtrail_logs => --engine athena",
                "SELECT hour(eventtime) FROM cloudtrail_logs => from_iso8601_timestamp(eventtime)",
                "SELECT requestparameters.userName FROM cloudtrail_logs => json_extract_scalar(requestparameters, '$.userName')",
                "SELECT requestparameters['userName'] FROM cloudtrail_logs => json_extract_scalar(requestparameters, '$.userName')",
                "SELECT element_at(requestparameters, 'userName') FROM cloudtrail_logs => json_extract_scalar(x, '$.name')",
                "SELECT count(*) FROM cloudtrail_logs WHERE eventname = \"CreateUser\" => a text takes single quotes: 'CreateUser'",
                "SELECT count(*) AS n FROM cloudtrail_logs HAVING n > 1 => alias of SELECT",
                "SELECT CAST(eventtime AS timestamp) FROM cloudtrail_logs => from_iso8601_timestamp(eventtime)",
                "SELECT 1 FROM cloudtrail_logs WHERE eventname ILIKE 'a%' => lower(x) LIKE",
                "SELECT eventtime::date FROM cloudtrail_logs => CAST(x AS type)",
                "SELECT eventname FROM cloudtrail_logs LIMIT 5 OFFSET 5 => OFFSET comes before LIMIT",
                "SELECT eventname FROM cloudtrail_logs QUALIFY row_number() OVER () = 1 => no QUALIFY",
                "SELECT TOP 5 eventname FROM cloudtrail_logs => write LIMIT at the end",
                "SELECT r FROM cloudtrail_logs LATERAL VIEW explode(resources) t AS r => CROSS JOIN UNNEST",
                "SELECT r.arn FROM cloudtrail_logs CROSS JOIN UNNEST(resources) AS r(arn, type) => 2 names here for the 3 columns",
                "SELECT 1 FROM cloudtrail_logs t JOIN UNNEST(t.resources) AS r(a, b, c) ON r.a = t.eventid => INNER JOIN with UNNEST takes only ON TRUE",
                "SELECT 1 FROM cloudtrail_logs t LEFT JOIN UNNEST(t.resources) AS r(a, b, c) ON 1 = 1 => LEFT JOIN with UNNEST takes only ON TRUE",
                "SELECT 1 FROM cloudtrail_logs t, (VALUES 1) AS v(n) CROSS JOIN UNNEST(t.resources) AS r(a, b, c) => resources",
                "SELECT 1 FROM cloudtrail_logs t FULL JOIN UNNEST(t.resources) AS r(a, b, c) ON TRUE => FULL JOIN with UNNEST",
                "SELECT t.eventname.* FROM cloudtrail_logs t => this is varchar, and .* needs a table or a row",
                "SELECT useridentity.* FROM cloudtrail_logs => no table useridentity here for its .*; the fields of a row need the table before it: t.useridentity.*",
                "SELECT useridentity.sessioncontext.* FROM cloudtrail_logs => no table useridentity.sessioncontext here",
                "SELECT resources[1].* AS (a, b) FROM cloudtrail_logs => 2 names here for 3 columns",
                "SELECT json_value(requestparameters, '$.userName') FROM cloudtrail_logs => a JSON path begins with lax or strict",
                "SELECT json_value(json_parse(requestparameters), 'lax $.userName') FROM cloudtrail_logs => this is json, where varchar is needed",
                "SELECT json_query(requestparameters, 'lax $' WITH WRAPPER OMIT QUOTES) FROM cloudtrail_logs => cannot be combined with WITH WRAPPER",
                "SELECT json_exists(requestparameters, 'lax $x' PASSING 1 AS \"x\") FROM cloudtrail_logs => PASSING cannot be answered by the local engine",
                "SELECT json_exists(requestparameters, 'lax $ ? (@ like_regex \"a\")') FROM cloudtrail_logs => like_regex in a JSON path cannot be answered by the local engine",
                "SELECT TRY(json_value(requestparameters, 'lax $' ERROR ON ERROR)) FROM cloudtrail_logs => inside TRY",
                "SELECT json_value(requestparameters, 'lax $' RETURNING date) FROM cloudtrail_logs => json_value RETURNING date",
                "SELECT greatest(ARRAY[1e0], ARRAY[nan()]) => greatest of array(double), which may hold NaN, cannot be answered by the local engine",
                "SELECT array_max(ARRAY[ROW(1e0)]) => array_max of row(double), which may hold NaN, cannot be answered by the local engine",
                "SELECT eventtime AT TIME ZONE 'Asia/Tokyo' FROM cloudtrail_logs => only a timestamp has a time zone, and this is varchar: for an event's time write from_iso8601_timestamp(eventtime) AT TIME ZONE …",
                "SELECT extract(timezone_hour FROM TIMESTAMP '2026-11-01 10:00:00.000') => cannot extract timezone_hour from timestamp, which has no time zone",
                "SELECT TIMESTAMP '2026-11-01 10:00:00.000 UTC' AT TIME ZONE INTERVAL '1' DAY => a time zone that is not a literal",
                "WITH a(x, X) AS (SELECT 1, 2) SELECT 1 => Column name 'X' specified more than once",
                "WITH a AS (SELECT 1), A AS (SELECT 2) SELECT 1 => WITH query name 'a' specified more than once",
                "WITH RECURSIVE t(n) AS (SELECT 1.5 UNION ALL SELECT n * 2 FROM t WHERE n < 3) TABLE t => output type (decimal(12,1)) is not coercible to recursion base relation output type (decimal(2,1)) at column 1",
                "WITH RECURSIVE t(n) AS (SELECT 'a' UNION ALL SELECT n || 'b' FROM t WHERE n < 'b') TABLE t => output type (varchar) is not coercible to recursion base relation output type (varchar(1)) at column 1",
                "WITH RECURSIVE t(n) AS (SELECT lower('a') UNION ALL SELECT n FROM t WHERE n < 'b') TABLE t => write CAST(… AS varchar) in its first SELECT",
                "WITH RECURSIVE t(n) AS (SELECT TIMESTAMP '2026-11-01 10:00:00' UNION ALL SELECT n FROM t) TABLE t => whose precision is not known",
                "WITH RECURSIVE t AS (SELECT 1) TABLE t => missing column aliases in recursive WITH query",
            })
    void refuses_what_athena_refuses_or_what_is_not_known_to_mean_the_same(String sql, String problem) {
        assertThatThrownBy(() -> translate(sql))
                .isInstanceOfSatisfying(
                        SqlProblem.class, refused -> Told.with(problem).accept(refused));
    }

    @Test
    void names_the_way_out_of_what_is_not_supported() {
        assertThatThrownBy(() -> translate("SELECT\n  eventname, word_stem(useragent) FROM cloudtrail_logs"))
                .isInstanceOfSatisfying(SqlProblem.class, problem -> {
                    assertThat(problem.position()).isEqualTo(new Position(2, 14));
                    assertThat(problem.problem()).contains("word_stem");
                    Told.with("--engine athena").accept(problem);
                });
    }

    @Test
    void shows_the_place_inside_a_json_path() {
        assertThatThrownBy(() -> translate("SELECT\n  json_exists('{}', 'lax $.\"it\'\'s\" b')"))
                .isInstanceOfSatisfying(SqlProblem.class, problem -> {
                    assertThat(problem.position()).isEqualTo(new Position(2, 36));
                    assertThat(problem.problem()).isEqualTo("unexpected 'b' in the JSON path");
                });
    }

    @Test
    void a_table_that_is_not_there_is_named() {
        assertThatThrownBy(() -> translate("SELECT * FROM nowhere.logs"))
                .hasMessageContaining("no table nowhere.logs here; the tables are cloudtrail");
    }

    private static String declared(Column column) {
        return SqlLiteral.identifier(column.name()) + " " + column.type().duckDb();
    }

    /** The SQL in DuckDB's words, once the functions in Java that it calls are known there. */
    private static String translate(String sql) {
        DuckDbSql translated = DuckDbSql.of(AthenaSql.parse(new SqlSource("<sql>", sql)), Map.of(TABLE, Tables.EVENTS));
        Set<String> missing = new TreeSet<>(translated.functions());
        missing.removeAll(REGISTERED);
        try {
            JavaFunctions.register(duckDb, missing, fatal -> {});
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        REGISTERED.addAll(missing);
        return translated.text();
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(translate(sql))) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(",", row.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    private static List<String> columns(String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(translate(sql))) {
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnName(i));
            }
        }
        return names;
    }
}
