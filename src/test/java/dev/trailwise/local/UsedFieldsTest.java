package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.table.TableName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsedFieldsTest {
    private static final List<String> SOME = List.of(
            "useridentity.arn",
            "useridentity.username",
            "useridentity.sessioncontext.sessionissuer.username",
            "useridentity.sessioncontext.attributes",
            "tlsdetails.tlsversion");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT eventname FROM E |",
                "SELECT useridentity.arn FROM E | useridentity.arn",
                "SELECT UserIdentity.ARN FROM E | useridentity.arn",
                "SELECT c.useridentity.arn, count(*) FROM (SELECT * FROM E WHERE day = '*') AS c GROUP BY 1 | useridentity.arn",
                "SELECT 2 * length(tlsdetails.tlsversion) FROM E | tlsdetails.tlsversion",
                "SELECT (useridentity).arn FROM E | useridentity.arn",
                "SELECT useridentity.eventname FROM E useridentity |",
                "SELECT a.useridentity.arn FROM (SELECT * FROM E) a JOIN (SELECT * FROM E) b USING (eventid)"
                        + " WHERE b.useridentity.username = 'x' | useridentity.arn useridentity.username",
                "SELECT 1 FROM E WHERE useridentity.sessioncontext.sessionissuer.username IS NULL"
                        + " | useridentity.sessioncontext.sessionissuer.username",
                "SELECT u.arn FROM (SELECT useridentity AS u FROM E) x | useridentity.arn",
                "SELECT x.useridentity.arn FROM E a LEFT JOIN (SELECT * FROM E) x ON a.eventid = x.eventid | useridentity.arn",
                "WITH x AS (SELECT * FROM E WHERE day > ', *') SELECT tlsdetails.tlsversion FROM x | tlsdetails.tlsversion",
                "SELECT useridentity.arn FROM (SELECT *, row_number() OVER (ORDER BY eventtime) AS n FROM E) x WHERE n = 1 | useridentity.arn",
                "SELECT useridentity.sessioncontext FROM E"
                        + " | useridentity.sessioncontext.sessionissuer.username useridentity.sessioncontext.attributes",
            })
    void the_fields_that_a_query_names_are_read(String sql, String expected) {
        UsedFields used = used(sql);

        assertThat(SOME.stream().filter(used::reads))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT useridentity FROM E",
                "SELECT u FROM (SELECT useridentity AS u FROM E) x",
                "SELECT useridentity IS NULL FROM E",
                "SELECT useridentity.arn FROM (SELECT DISTINCT useridentity FROM E) x",
                "SELECT useridentity.arn FROM (SELECT useridentity FROM E UNION ALL SELECT useridentity FROM E) x",
                "SELECT count(*) FROM E WHERE useridentity IN (SELECT useridentity FROM E)",
                "SELECT 1 FROM (SELECT useridentity FROM E ORDER BY 1) x",
                "SELECT * FROM E",
                "SELECT * FROM (SELECT * FROM E) x",
                "SELECT x.*, 1 AS one FROM (SELECT * FROM E) x",
                "SELECT eventname, * FROM E",
                "SELECT DISTINCT * FROM E",
                "(SELECT * FROM E)",
                "SELECT * FROM E UNION ALL (SELECT * FROM E)",
            })
    void what_is_not_plain_reads_the_whole_struct(String sql) {
        assertThat(fields()).allMatch(used(sql)::reads);
        assertThat(used(sql).whole("useridentity")).isTrue();
    }

    private static Stream<String> fields() {
        return SOME.stream().filter(field -> field.startsWith("useridentity"));
    }

    private static UsedFields used(String sql) {
        String athena = sql.replaceAll("\\bE\\b", "\"sec\".\"events\"");
        return UsedFields.of(DuckDbSql.of(Questions.ask(athena)).fields(new TableName("sec", "events")));
    }
}
