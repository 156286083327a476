package dev.trailwise.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbSqlTest {
    private static final TableName TABLE = new TableName("security", "cloudtrail_logs");

    private static Connection duckDb;

    @BeforeAll
    static void open() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckDb.createStatement()) {
            for (String session : DuckDbSql.session()) {
                statement.execute(session);
            }
            statement.execute("CREATE SCHEMA security");
            statement.execute("""
                    CREATE TABLE security.cloudtrail_logs AS
                    SELECT 'e' || i AS eventid, '2026-11-01T10:00:0' || i || 'Z' AS eventtime,
                      CASE i WHEN 0 THEN 'CreateUser' WHEN 1 THEN 'GetObject' ELSE 'ListBuckets' END AS eventname,
                      {'type': 'IAMUser', 'arn': 'arn:' || i, 'sessioncontext': {'attributes': {'mfaauthenticated': 'true'}}} AS useridentity,
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
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT EventName, count(*) AS n FROM cloudtrail_logs GROUP BY 1 ORDER BY n DESC, 1 LIMIT 1 | ListBuckets,2",
                "SELECT json_extract_scalar(requestparameters, '$.userName') FROM security.cloudtrail_logs WHERE eventid = 'e0' | eve",
                "SELECT json_extract_scalar(requestparameters, '$[\"x-y\"]') FROM cloudtrail_logs WHERE eventid = 'e0' | 1",
                "SELECT json_extract_scalar(requestparameters, '$.tags') FROM cloudtrail_logs WHERE eventid = 'e0' | null",
                "SELECT count(*) FROM cloudtrail_logs WHERE json_extract_scalar(requestparameters, '$.a') IS NULL | 4",
                "SELECT count(*) FROM cloudtrail_logs WHERE any_match(resources, r -> r.arn LIKE '%b3') | 1",
                "SELECT any_match(resources, r -> r.arn = 'x') FROM cloudtrail_logs WHERE eventid = 'e0' | null",
                "SELECT any_match(resources, r -> r.arn = 'x') FROM cloudtrail_logs WHERE eventid = 'e1' | false",
                "SELECT all_match(resources, r -> r.accountid <> 'x') FROM cloudtrail_logs WHERE eventid = 'e0' | true",
                "SELECT cardinality(resources), element_at(resources, 1).type FROM cloudtrail_logs WHERE eventid = 'e0' | 2,T",
                "SELECT r.arn FROM cloudtrail_logs CROSS JOIN UNNEST(resources) AS r(arn, account, type) WHERE r.account = '2' AND eventid = 'e0' | null",
                "SELECT count(*) FROM cloudtrail_logs CROSS JOIN UNNEST(transform(resources, x -> x.arn)) AS r(arn) WHERE r.arn IS NOT NULL | 2",
                "SELECT count(*) FROM cloudtrail_logs t LEFT JOIN UNNEST(t.resources) AS r(a, b, c) ON TRUE | 6",
                "SELECT count(*) FROM cloudtrail_logs CROSS JOIN UNNEST(resources) AS r(e) WHERE r.e.type = 'U' | 2",
                "SELECT date_diff('second', from_iso8601_timestamp(min(eventtime)), from_iso8601_timestamp(max(eventtime))) FROM cloudtrail_logs | 3",
                "SELECT date_format(date_trunc('day', from_iso8601_timestamp(max(eventtime))), '%Y/%m/%d') FROM cloudtrail_logs | 2026/11/01",
                "SELECT split_part('a.b', '.', 3), split_part('a.b', '.', 2), 5 / 2, if(1 > 2, 'y'), concat('a', NULL) | null,b,2,null,null",
                "SELECT regexp_extract('abc', 'x'), regexp_replace('a1b2', '([0-9])', '<$1>'), regexp_like('abc', 'b') | null,a<1>b<2>,true",
                "SELECT array_join(array_agg(eventid ORDER BY eventid DESC), ',') FROM cloudtrail_logs | e3,e2,e1,e0",
                "SELECT x FROM (VALUES 1, 2) AS t(x) WHERE x > 1 | 2",
                "SELECT try_cast('x' AS bigint), TRY(CAST('y' AS integer)), contains(ARRAY[1, 2], 2), strpos('abc', 'c') | null,null,true,3",
                "SELECT row_number() OVER (PARTITION BY eventname ORDER BY eventtime DESC) FROM cloudtrail_logs WHERE eventid = 'e2' | 1",
                "SELECT reduce(ARRAY[1, 2], 0, (s, x) -> s + x, s -> s * 10), filter(ARRAY[1, 2], x -> x > 1)[1] | 30,2",
                "WITH cloudtrail_logs AS (SELECT 7 AS x) SELECT x FROM cloudtrail_logs /* a /* b */ | 7",
                "SELECT greatest(1, NULL), coalesce(NULL, 3), nullif(1, 1), U.x FROM (SELECT 1 AS x) u | null,3,null,1",
            })
    void answers_as_trino_does(String sql, String row) throws SQLException {
        assertThat(rows(sql)).as(translate(sql)).containsExactly(row);
    }

    @Test
    void columns_without_a_name_are_named_as_trino_names_them() throws SQLException {
        assertThat(
                        columns(
                                "SELECT count(*), EventName, useridentity.arn, max(eventtime) AS Latest, 1 FROM cloudtrail_logs GROUP BY 2, 3"))
                .containsExactly("_col0", "EventName", "arn", "Latest", "_col4");
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
                "SELECT * FROM cloudtrail_logs TABLESAMPLE BERNOULLI (10)",
                "SELECT current_user",
                "SELECT query('SELECT 1')",
                "SELECT * FROM cloudtrail_logs, UNNEST(glob('/etc/*')) AS t(f)",
                "SELECT \"main\".\"lower\"('A')",
                "SELECT /* /* */ getenv('HOME') -- */",
            })
    void nothing_of_duckdbs_own_slips_through(String sql) {
        assertThatThrownBy(() -> translate(sql)).isInstanceOf(SqlProblem.class);
    }

    @Test
    void names_the_way_out_of_what_is_not_supported() {
        assertThatThrownBy(() -> translate("SELECT\n  eventname, url_extract_host(useragent) FROM cloudtrail_logs"))
                .isInstanceOfSatisfying(SqlProblem.class, problem -> {
                    assertThat(problem.position()).isEqualTo(new Position(2, 14));
                    assertThat(problem.problem()).contains("url_extract_host").contains("--engine athena");
                });
    }

    @Test
    void a_table_that_is_not_there_is_named() {
        assertThatThrownBy(() -> translate("SELECT * FROM nowhere.logs")).hasMessageContaining("no table nowhere.logs");
    }

    private static String translate(String sql) {
        return DuckDbSql.translate(AthenaSql.parse(new SqlSource("<sql>", sql)), Map.of(TABLE, Tables.EVENTS));
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
