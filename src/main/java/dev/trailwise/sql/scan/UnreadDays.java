package dev.trailwise.sql.scan;

import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.LogDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Days that a query reads and whose events it then throws away, since it bounds {@code eventtime} and not the scope: the
 * time of an event leaves out no file. An event is never delivered on a day before its own.
 */
final class UnreadDays {
    private UnreadDays() {}

    static Optional<Lint> of(ParsedSql sql, Map<TableName, TableDefinition> tables, Instant now) {
        List<TableScan> scans = Scans.of(sql, tables, now);
        List<LocalDate> firsts = scans.stream()
                .flatMap(scan -> scan.eventsFrom().flatMap(UnreadDays::date).stream())
                .sorted()
                .toList();
        if (scans.isEmpty() || firsts.size() < scans.size()) {
            return Optional.empty();
        }
        LocalDate first = firsts.get(0);
        LogDay before = new LogDay(first.minusDays(1));
        return scans.stream()
                .filter(scan -> scan.mayRead(before))
                .findFirst()
                .map(scan -> new Lint(
                        scan.position(),
                        "eventtime skips no files: those of the days before " + first + " are scanned but cannot match",
                        Remedy.flag(FlagName.FROM, first.toString(), "skips them")));
    }

    /** The day that a text such as {@code 2026-11-01T00:00:00Z} begins with. */
    private static Optional<LocalDate> date(String text) {
        try {
            return text.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
