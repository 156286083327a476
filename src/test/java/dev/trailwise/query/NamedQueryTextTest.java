package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.failure.Failure;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamedQueryTextTest {

    private static final TableName EVENTS = new TableName("security", "cloudtrail_logs");
    private static final Map<TableName, TableDefinition> TABLES = tables();
    private static final Library SHIPPED = Library.shipped();

    @TempDir
    Path folder;

    private static Map<TableName, TableDefinition> tables() {
        Map<TableName, TableDefinition> tables = new LinkedHashMap<>();
        Tables.ALL.forEach(table -> tables.put(EVENTS.of(table), table));
        return tables;
    }

    static Stream<String> shipped() {
        return SHIPPED.names().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_query_runs_as_it_is_shared_and_is_itself_again_when_it_comes_back(String name) {
        String shared =
                NamedQueryText.text(SHIPPED.query(name), SHIPPED.text(name), TABLES, NamedQueryTextTest::noAccounts);

        assertThat(shared).doesNotContain("FROM cloudtrail\n").contains("\"security\".\"cloudtrail_logs");
        assertThat(DuckDbSql.of(new CompiledQuery(shared, new SqlSource(name, shared), Scope.of(TimeRange.ALL), TABLES))
                        .text())
                .isNotEmpty();
        assertThat(NamedQueryText.original(shared)).isEqualTo(SHIPPED.text(name));
    }

    @Test
    void a_table_over_account_folders_is_shared_with_that_of_the_trail() {
        Map<TableName, TableDefinition> both = new LinkedHashMap<>(TABLES);
        both.put(EVENTS.of(Tables.EVENTS.ofAccounts()), Tables.EVENTS.ofAccounts());
        String shared = NamedQueryText.text(
                SHIPPED.query("event-detail"), SHIPPED.text("event-detail"), both, NamedQueryTextTest::noAccounts);
        assertThat(shared)
                .contains("UNION ALL SELECT *, \"$path\", useridentity.accesskeyid AS accesskeyid"
                        + " FROM \"security\".\"cloudtrail_logs_accounts\" WHERE day >=");
        assertThat(NamedQueryText.original(shared)).isEqualTo(SHIPPED.text("event-detail"));
    }

    @Test
    void parameters_and_tables_stand_between_marks_that_keep_them() throws IOException {
        String file = """
                /*---
                title: T
                parameters:
                  user: {type: string, example: "O'Hara"}
                  actions: {type: event-name, list: true, default: 'GetObject,PutObject'}
                  since: {type: timestamp, optional: true}
                ---*/
                SELECT c.eventname -- of :user
                FROM cloudtrail AS c, (SELECT 1 FROM Insights)
                WHERE c.useridentity.username = :user AND c.eventname IN (:actions)
                    AND (:since IS NULL OR eventtime >= :since)
                """;

        assertThat(shared(file)).isEqualTo("""
                /*---
                title: T
                parameters:
                  user: {type: string, example: "O'Hara"}
                  actions: {type: event-name, list: true, default: 'GetObject,PutObject'}
                  since: {type: timestamp, optional: true}
                ---*/
                /*{*/-- A saved query of trailwise. Change the values between the marks to ask for others, and the number
                -- of days: each day read is billed. "trailwise queries pull" takes changes of the rest back.
                /*}*/SELECT c.eventname -- of :user
                FROM /*{cloudtrail*/(SELECT * FROM "security"."cloudtrail_logs" WHERE day >= date_format(current_date - INTERVAL '1' DAY, '%Y/%m/%d'))/*}*/ AS c, (SELECT 1 FROM /*{Insights*/(SELECT * FROM "security"."cloudtrail_logs_insights" WHERE day >= date_format(current_date - INTERVAL '1' DAY, '%Y/%m/%d')) AS "insights"/*}*/)
                WHERE c.useridentity.username = /*{:user*/'O''Hara'/*}*/ AND c.eventname IN (/*{:actions*/'GetObject', 'PutObject'/*}*/)
                    AND (/*{:since*/CAST(NULL AS varchar)/*}*/ IS NULL OR eventtime >= /*{:since*/CAST(NULL AS varchar)/*}*/)
                """);
    }

    @Test
    void a_value_that_was_edited_goes_and_a_change_elsewhere_stays() throws IOException {
        String shared = shared("""
                /*---
                title: T
                parameters: {user: {type: string, example: alice}}
                ---*/
                SELECT eventname FROM cloudtrail WHERE useridentity.username = :user
                """);

        String edited = shared.replace("'alice'", "'mallory'").replace("SELECT eventname", "SELECT DISTINCT eventname");

        assertThat(NamedQueryText.original(edited))
                .endsWith("SELECT DISTINCT eventname FROM cloudtrail WHERE useridentity.username = :user\n");
    }

    @Test
    void a_text_with_such_marks_of_its_own_is_not_shared() {
        assertThatThrownBy(() -> shared("/*---\ntitle: T\n---*/\nSELECT /*{a*/ 1 /*}*/ FROM cloudtrail\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be shared");
    }

    @Test
    void line_ends_and_byte_order_marks_of_windows_do_not_matter() throws IOException {
        String file = "/*---\ntitle: T\n---*/\nSELECT 1\nFROM cloudtrail\n";

        assertThat(shared("\uFEFF" + file.replace("\n", "\r\n"))).isEqualTo(shared(file));
    }

    @Test
    void a_description_ends_with_the_mark_and_fits() throws IOException {
        String name = "key-activity";
        NamedQueryStamp mark = NamedQueryStamp.of(SHIPPED.query(name), "text");

        String description = mark.description(SHIPPED.query(name), 100);

        assertThat(description).hasSizeLessThanOrEqualTo(100).contains("…\n[trailwise keys/key-activity ");
        assertThat(NamedQueryStamp.find(description)).contains(mark);
        assertThat(mark.isOf("text")).isTrue();
        assertThat(mark.isOf("Text")).isFalse();
        assertThat(NamedQueryStamp.find("[trailwise keys/key-activity 12345678] and more"))
                .isEmpty();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "../x",
                "a/../b",
                "/etc/x",
                "a",
                "a/.ssh",
                "a\\b/c",
                "a/b c",
                "A/b",
                "a//b",
                "a/b.sql",
                "a/b\u001b"
            })
    void a_path_that_is_not_of_plain_words_is_not_safe(String path) {
        assertThat(new NamedQueryStamp(path, "00000000").isSafe()).isFalse();
    }

    private String shared(String text) throws IOException {
        Path file = folder.resolve("own/mine.sql");
        Files.createDirectories(folder.resolve("own"));
        Files.writeString(file, text);
        Library library = Library.with(folder);
        return NamedQueryText.text(library.query("mine"), library.text("mine"), TABLES, NamedQueryTextTest::noAccounts);
    }

    private static SortedSet<AccountId> noAccounts(TableName table) {
        return new TreeSet<>();
    }
}
