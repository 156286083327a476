package dev.trailwise.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.sql.text.Position;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AthenaSqlTest {
    private static final Set<String> LOGICAL = Set.of("cloudtrail", "insights", "network_activity");
    private static final TableName PHYSICAL = new TableName("security", "cloudtrail_logs");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "select eventName from CloudTrail where \"eventname\" = 'A' ;",
                "WITH a AS (SELECT 1 x) SELECT * FROM a;\n-- the end\n",
                "VALUES 1, 2",
                "TABLE cloudtrail",
                "(SELECT 1) UNION (SELECT 2)",
                "SELECT any_match(resources, r -> r.arn LIKE 'x') FROM cloudtrail CROSS JOIN UNNEST(resources) AS t(a, b, c)"
            })
    void takes_every_form_of_query(String sql) {
        assertThat(parse(sql).kind()).isEqualTo(ParsedSql.Kind.QUERY);
    }

    @Test
    void flags_explain_and_explain_analyze() {
        assertThat(parse("EXPLAIN SELECT 1").kind()).isEqualTo(ParsedSql.Kind.EXPLAIN);
        assertThat(parse("EXPLAIN ANALYZE SELECT 1").kind()).isEqualTo(ParsedSql.Kind.EXPLAIN_ANALYZE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DROP TABLE x                     | 1:1  | DROP TABLE is not a query",
                "INSERT INTO t SELECT 1           | 1:1  | INSERT INTO is not a query",
                "CREATE EXTERNAL TABLE x (a int)  | 1:1  | CREATE EXTERNAL is not a query",
                "MSCK REPAIR TABLE x              | 1:1  | MSCK REPAIR is not a query",
                "UNLOAD (SELECT 1) TO 's3://b/'   | 1:1  | UNLOAD writes to S3",
                "EXPLAIN DROP TABLE x             | 1:9  | only a query can be explained",
                "SELECT 1; SELECT 2               | 1:9  | more than one statement",
                "SELECT 1 FORM t u                | 1:15 | unexpected 't'",
                "SELECT 'abc                      | 1:8  | this string has no closing quote",
                "SELECT ? FROM t                  | 1:8  | a ? parameter has no value here",
                "SELECT (1                        | 1:10 | the query ends too early",
                "SELECT 1abc                      | 1:8  | a name cannot begin with a digit",
                "SELECT a FROM t WHERE a ==  1    | 1:26 | unexpected '='",
            })
    void refuses_what_is_not_one_query_and_says_where(String sql, String position, String problem) {
        assertThatThrownBy(() -> parse(sql.strip())).isInstanceOfSatisfying(SqlProblem.class, refused -> {
            assertThat(refused.position()).hasToString(position);
            assertThat(refused.problem()).contains(problem);
            assertThat(refused.exitCode()).isEqualTo(ExitCode.QUERY_FAILED);
        });
    }

    @Test
    void names_backquotes_as_athena_ddl() {
        assertThatThrownBy(() -> parse("SELECT `eventname` FROM t"))
                .hasMessageContaining(
                        "backquotes are for Athena's DDL only; in a query quote the name as \"eventname\"");
    }

    @Test
    void an_empty_text_and_a_lone_comment_are_no_query() {
        assertThatThrownBy(() -> parse(" -- nothing\n")).hasMessageContaining("there is no query here");
        assertThatThrownBy(() -> parse(";")).hasMessageContaining("there is no query here");
    }

    @Test
    void a_very_deep_query_is_refused_not_crashed() {
        String sql = "SELECT " + "(".repeat(200) + "1" + ")".repeat(200);
        assertThatThrownBy(() -> parse(sql)).isInstanceOf(SqlProblem.class);
    }

    @Test
    void parses_a_hundred_parentheses_and_a_thousand_conditions_at_once() {
        parse("SELECT " + "(".repeat(100) + "1" + ")".repeat(100));
        parse("SELECT 1 FROM t WHERE a = 1" + " OR a = 2".repeat(1_000));
    }

    @Test
    void shows_the_line_of_the_file_with_a_caret() {
        SqlSource source = new SqlSource("q.sql", "SELECT a,\n\t'日本' b c\nFROM t", 10);
        assertThatThrownBy(() -> AthenaSql.parse(source))
                .hasMessage("q.sql:11:9: unexpected 'c'; expected the end\n '日本' b c\n          ^");
    }

    @Test
    void finds_references_in_every_shape() {
        String sql = """
                WITH a AS (SELECT * FROM CloudTrail), b AS (SELECT * FROM a JOIN "cloudtrail" c ON true)
                SELECT (SELECT max(eventtime) FROM security.cloudtrail_logs), x.y
                FROM b, LATERAL (SELECT 1 FROM insights) i, (SELECT 1 AS y FROM awsdatacatalog."security".Cloudtrail_Logs) x
                WHERE EXISTS (TABLE network_activity)
                  AND 1 IN (SELECT 1 FROM cloudtrail UNION SELECT 2 FROM cloudtrail_logs EXCEPT SELECT 3 FROM insights)
                ORDER BY (SELECT count(*) FROM cloudtrail)
                """;
        assertThat(parse(sql).references(LOGICAL, List.of(PHYSICAL)))
                .extracting(TableReference::written)
                .containsExactly(
                        "cloudtrail",
                        "cloudtrail",
                        "security.cloudtrail_logs",
                        "insights",
                        "awsdatacatalog.security.cloudtrail_logs",
                        "network_activity",
                        "cloudtrail",
                        "cloudtrail_logs",
                        "insights",
                        "cloudtrail");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WITH cloudtrail AS (SELECT 1 x) SELECT * FROM CloudTrail | 0",
                "WITH cloudtrail AS (SELECT * FROM cloudtrail) SELECT * FROM \"CLOUDTRAIL\" | 1",
                "WITH RECURSIVE cloudtrail(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM cloudtrail) TABLE cloudtrail | 0",
                "WITH a AS (SELECT * FROM cloudtrail), cloudtrail AS (SELECT 1 x) SELECT * FROM cloudtrail, a | 1",
                "SELECT * FROM (WITH cloudtrail AS (SELECT 1 x) SELECT * FROM cloudtrail) a, cloudtrail | 1",
                "WITH cloudtrail AS (SELECT 1 x) SELECT * FROM (SELECT * FROM (SELECT * FROM cloudtrail)) | 0",
                "WITH cloudtrail_logs AS (SELECT 1 x) SELECT * FROM security.cloudtrail_logs | 1",
                "SELECT * FROM other.cloudtrail_logs, hive.security.cloudtrail_logs, other.cloudtrail | 0",
                "SELECT cloudtrail.eventname, 'FROM cloudtrail' FROM x AS cloudtrail -- FROM cloudtrail | 0",
            })
    void a_cte_hides_the_table_exactly_where_trino_says(String sql, int references) {
        assertThat(parse(sql).references(LOGICAL, List.of(PHYSICAL))).hasSize(references);
    }

    @Test
    void splices_and_keeps_all_other_text() {
        String sql = """
                -- who? FROM cloudtrail
                Select cloudtrail.EventName, n.x
                FROM   CloudTrail /* here */ WHERE EXISTS (TABLE cloudtrail)
                  AND eventName IN (SELECT c.eventName FROM "cloudtrail" c)""";
        ParsedSql parsed = parse(sql);
        assertThat(parsed.splice(parsed.tables(), table -> "SELECT * FROM t").text())
                .isEqualTo("""
                        -- who? FROM cloudtrail
                        Select cloudtrail.EventName, n.x
                        FROM   (SELECT * FROM t) AS "cloudtrail" /* here */ WHERE EXISTS (SELECT * FROM (SELECT * FROM t) AS "cloudtrail")
                          AND eventName IN (SELECT c.eventName FROM (SELECT * FROM t) c)""");
    }

    @Test
    void maps_a_place_in_the_spliced_text_back_to_the_authors() {
        SqlSource source = new SqlSource("q.sql", "SELECT :n AS a,\n b FROM cloudtrail WHERE nope = 1", 5);
        SqlText bound = Placeholders.replace(SqlText.of(source), parameter -> "'a long\nvalue'");
        ParsedSql parsed = AthenaSql.parse(bound);
        SqlText spliced = parsed.splice(parsed.tables(), table -> "SELECT *\n\n FROM t");

        int column = spliced.text().lines().skip(4).findFirst().orElseThrow().indexOf("nope") + 1;
        assertThat(spliced.authorPosition(5, column)).isEqualTo(new Position(6, 26));
        assertThat(spliced.problem(5, column, "no such column"))
                .hasMessage("q.sql:6:26: no such column\n b FROM cloudtrail WHERE nope = 1\n" + " ".repeat(25) + "^");
        assertThat(spliced.authorPosition(1, 9)).isEqualTo(new Position(5, 8));
    }

    private static ParsedSql parse(String sql) {
        return AthenaSql.parse(new SqlSource("<sql>", sql));
    }
}
