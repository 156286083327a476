package dev.trailwise.sql.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedColumnsTest {
    private static final TableName TABLE = new TableName("db", "ct");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** What the conditions limit columns to, scan by scan. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "SELECT * FROM ct WHERE eventname = 'A' => {eventname=[A]}",
                "SELECT * FROM ct WHERE 'A' = eventname => {eventname=[A]}",
                "SELECT * FROM ct WHERE eventname = concat('A', 'b') => {eventname=[Ab]}",
                "SELECT * FROM ct x WHERE x.EventName IN ('A', 'B', NULL) AND eventid = 'i' => {eventid=[i], eventname=[A, B]}",
                "SELECT * FROM ct WHERE eventname = 'A' OR (eventname = 'B' AND readonly = 'true') => {eventname=[A, B]}",
                "SELECT * FROM ct WHERE eventname IN ('A', 'B') AND eventname = 'A' => {eventname=[A]}",
                "SELECT * FROM ct WHERE useridentity.accesskeyid = 'K' => {useridentity.accesskeyid=[K]}",
                "SELECT * FROM ct c WHERE c.useridentity.\"accessKeyId\" = 'K' => {useridentity.accesskeyid=[K]}",
                "SELECT * FROM ct WHERE lower(useridentity.accesskeyid) = 'k' => {lower(useridentity.accesskeyid)=[k]}",
                "WITH a AS (SELECT useridentity.accesskeyid AS k FROM ct) SELECT * FROM a WHERE k = 'K' => {useridentity.accesskeyid=[K]}",
                "SELECT * FROM (SELECT * FROM ct WHERE day > 'x') WHERE eventname = 'A' => {eventname=[A]}",
                "SELECT eventname, count(*) FROM ct GROUP BY eventname HAVING eventname = 'A' => {eventname=[A]}",
                "SELECT * FROM ct a JOIN ct b ON a.eventid = b.sharedeventid AND b.eventname = 'B' WHERE a.eventname = 'A' => {eventname=[A]} {eventname=[B]}",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventname = 'A' AND b.eventname = 'B' => {} {eventname=[B]}",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid WHERE b.eventname = 'B' => {} {eventname=[B]}",
                "SELECT * FROM ct WHERE eventname = 'A' AND EXISTS (SELECT 1 FROM ct WHERE eventname = 'B') => {eventname=[A]} {eventname=[B]}",
                // None of these may leave an event out.
                "SELECT * FROM ct WHERE eventname = 'A' OR readonly = 'true' => {}",
                "SELECT * FROM ct WHERE NOT eventname = 'A' => {}",
                "SELECT * FROM ct WHERE eventname <> 'A' => {}",
                "SELECT * FROM ct WHERE eventname NOT IN ('A') => {}",
                "SELECT * FROM ct WHERE eventname IN ('A', errorcode) => {}",
                "SELECT * FROM ct WHERE (eventname = 'A') IS NULL => {}",
                "SELECT * FROM ct WHERE eventname LIKE 'A' => {}",
                "SELECT * FROM ct WHERE upper(eventname) = 'A' => {}",
                "SELECT count_if(eventname = 'A') FROM ct => {}",
                "SELECT eventname = 'A' FROM ct => {}",
                "SELECT count(*) FILTER (WHERE eventname = 'A') FROM ct => {}",
                "SELECT * FROM ct a LEFT JOIN ct b ON a.eventid = b.eventid WHERE b.eventname = 'B' OR b.eventname IS NULL => {} {}",
                "SELECT * FROM ct a FULL JOIN ct b ON a.eventname = 'A' AND b.eventname = 'B' => {} {}",
                "SELECT * FROM (SELECT * FROM ct LIMIT 10) WHERE eventname = 'A' => {}",
                "SELECT * FROM (SELECT *, row_number() OVER (ORDER BY eventtime) FROM ct) WHERE eventname = 'A' => {}",
                "SELECT * FROM (SELECT max(eventname) AS eventname FROM ct) WHERE eventname = 'A' => {}",
                "SELECT * FROM (SELECT lower(eventname) AS eventname FROM ct) WHERE eventname = 'a' => {}",
                "SELECT eventname, readonly FROM ct GROUP BY ROLLUP (eventname, readonly) HAVING eventname = 'A' => {}",
                "SELECT * FROM (SELECT * FROM ct UNION ALL SELECT * FROM ct) WHERE eventname = 'A' => {} {}",
                "SELECT * FROM ct WHERE eventname = (SELECT max(eventname) FROM ct WHERE readonly = 'true') => {} {readonly=[true]}",
            })
    void texts_are_known_only_where_every_row_that_is_kept_has_one_of_them(String sql, String expected) {
        String found =
                Scans.of(AthenaSql.parse(new SqlSource("q.sql", sql)), Map.of(TABLE, Tables.EVENTS), NOW).stream()
                        .map(scan -> sorted(scan.texts()))
                        .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(expected);
    }

    private static String sorted(Map<String, ? extends java.util.Set<String>> texts) {
        Map<String, Object> all = new TreeMap<>();
        texts.forEach((column, values) -> all.put(column, new TreeSet<>(values)));
        all.keySet().removeAll(java.util.List.of("day"));
        return all.toString();
    }
}
