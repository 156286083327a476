package dev.trailwise.query;

import dev.trailwise.sql.SqlLiteral;
import dev.trailwise.table.Column;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The subquery that stands for a table: its events in the scope. Valid on Trino and on DuckDB alike. */
final class ScopedTable {
    /** Repeats are the same event but for where they were delivered: the first delivery is kept. */
    private static final List<String> FIRST_DELIVERY =
            List.of("day", "account", "region", "eventtime", "eventname", "requestid", "errorcode");

    private final Scope scope;
    private final Repeats repeats;

    ScopedTable(Scope scope, Repeats repeats) {
        this.scope = scope;
        this.repeats = repeats;
    }

    String sql(TableName table, TableDefinition definition) {
        return repeats == Repeats.KEPT ? "SELECT * FROM " + table.sql() + where() : distinct(table, definition);
    }

    private String distinct(TableName table, TableDefinition definition) {
        String order = FIRST_DELIVERY.stream()
                .filter(name -> definition.column(name).isPresent())
                .collect(Collectors.joining(", "));
        return "SELECT " + columns(definition) + " FROM (SELECT *, row_number() OVER (PARTITION BY eventid ORDER BY "
                + order + ") AS delivery FROM " + table.sql() + where() + ") WHERE eventid IS NULL OR delivery = 1";
    }

    private static String columns(TableDefinition definition) {
        return Stream.concat(definition.columns().stream(), definition.partitions().stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }

    private String where() {
        List<String> conditions = new ArrayList<>();
        in("account", scope.accounts(), conditions);
        in("region", scope.regions(), conditions);
        if (!scope.time().isAll()) {
            DayRange days = scope.days();
            conditions.add("day BETWEEN " + SqlLiteral.text(days.first().partitionValue()) + " AND "
                    + SqlLiteral.text(days.last().partitionValue()));
            conditions.add("eventtime >= " + SqlLiteral.text(scope.time().from().toString()));
            conditions.add("eventtime < " + SqlLiteral.text(scope.time().to().toString()));
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static void in(String column, Collection<?> values, List<String> conditions) {
        if (!values.isEmpty()) {
            conditions.add(column + " IN ("
                    + SqlLiteral.list(values.stream()
                            .map(value -> SqlLiteral.text(value.toString()))
                            .toList())
                    + ")");
        }
    }
}
