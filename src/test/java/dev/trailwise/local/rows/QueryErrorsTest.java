package dev.trailwise.local.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.testing.Told;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryErrorsTest {
    private static final SqlText SQL = SqlText.of(new SqlSource("<sql>", "SELECT 1"));

    private static String message(String duckDb) {
        return QueryErrors.failure(SQL, new SQLException(duckDb)).getMessage();
    }

    @Test
    void a_value_of_the_logs_in_a_reason_cannot_steer_the_terminal() {
        assertThat(
                        message(
                                "Conversion Error: Could not convert string 'Cannot cast '\u001b[31mx\u202e' to INTEGER' to INT32"))
                .isEqualTo("the query failed: Cannot cast '\uFFFD[31mx\uFFFD' to INTEGER");
    }

    @Test
    void a_full_disk_has_an_exit_code_of_its_own() {
        Failure full = QueryErrors.failure(
                SQL, new SQLException("IO Error: Could not write file \"/x/y.tmp\": No space left on device"));

        assertThat(full.exitCode()).isEqualTo(ExitCode.NOT_WRITTEN);
        assertThat(full).isInstanceOfSatisfying(Failure.class, Told.with("the disk is full", "XDG_CACHE_HOME"));
    }

    @Test
    void values_too_long_for_the_heap_are_told_with_a_way_out() {
        assertThat(message("java.lang.OutOfMemoryError: Java heap space"))
                .contains("too long for the program's own memory")
                .contains("TRAILWISE_JAVA_OPTS=-Xmx2g");
    }

    @Test
    void a_long_value_in_a_reason_is_cut() {
        assertThat(message("Invalid Input Error: " + "x".repeat(5_000))).hasSizeLessThan(600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "Conversion Error: Could not convert string 'Division by zero' to INT32 => Division by zero",
                "Out of Range Error: Overflow in addition of INT32 (2147483647 + 1)! => number overflow in addition: 2147483647 + 1",
                "Invalid Input Error: dev.trailwise.sql.scalar.InvalidValue: Invalid CIDR => Invalid CIDR",
                "Conversion Error: Type INT64 with value 300 can't be cast because the value is out of range for the destination type INT8 => 300 is out of range",
                "Conversion Error: Could not convert string \"x\" to DECIMAL(38,8) => Decimal overflow",
            })
    void a_reason_is_in_the_words_of_trino(String duckDb, String trino) {
        assertThat(message(duckDb)).isEqualTo("the query failed: " + trino);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT 1, a / b FROM t => Division by zero => <sql>:1:13: the query failed: Division by zero",
                "SELECT CAST(a AS integer) FROM t => Cannot cast 'x' to INTEGER => <sql>:1:8: the query failed: Cannot cast 'x' to INTEGER",
                "SELECT date_parse(a, '%Y') FROM t => Invalid format: \"x\" => <sql>:1:8: the query failed: Invalid format: \"x\"",
                "SELECT a[2] FROM t => Array subscript must be less than or equal to array length => <sql>:1:8: the query failed: Array",
                "SELECT a / b, a % b FROM t => Division by zero => the query failed: Division by zero (at 1:10 or 1:17)",
                "SELECT (SELECT a FROM t) FROM t => More than one row returned => <sql>:1:8: the query failed: More than one row",
                "SELECT a FROM t => Division by zero => the query failed: Division by zero",
            })
    void a_failure_on_a_value_is_shown_at_the_part_of_the_query_that_can_fail_so(
            String sql, String reason, String message) {
        assertThat(QueryErrors.failure(SqlText.of(new SqlSource("<sql>", sql)), new SQLException(reason)))
                .hasMessageStartingWith(message);
    }
}
