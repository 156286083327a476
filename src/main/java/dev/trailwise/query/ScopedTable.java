package dev.trailwise.query;

import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.table.Column;
import dev.trailwise.table.FileColumn;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The subquery that stands for a table: its events in the scope. Valid on Trino and on DuckDB alike. */
final class ScopedTable {
    /** Repeats are the same event but for where they were delivered: the first delivery is kept. */
    private static final List<String> FIRST_DELIVERY =
            List.of("day", "account", "region", "eventtime", "eventname", "requestid", "errorcode");

    private final Scope scope;
    private final DuplicatePolicy repeats;
    private final Function<TableName, SortedSet<AccountId>> accounts;
    private final Set<FileColumn> files;

    /**
     * @param accounts those to name for a table when the scope names none
     * @param files what the query asks about files
     */
    ScopedTable(
            Scope scope,
            DuplicatePolicy repeats,
            Function<TableName, SortedSet<AccountId>> accounts,
            Set<FileColumn> files) {
        this.scope = scope;
        this.repeats = repeats;
        this.accounts = accounts;
        this.files = files;
    }

    /** The events of one or more tables with the same columns. */
    String sql(SortedMap<TableName, TableDefinition> tables) {
        String all = tables.keySet().stream()
                .map(table -> all(table, files) + where(table))
                .collect(Collectors.joining(" UNION ALL "));
        if (repeats == DuplicatePolicy.KEPT) {
            return all;
        }
        TableDefinition definition = tables.values().iterator().next();
        return distinct(definition, tables.size() == 1 ? source(tables.firstKey()) : "(" + all + ")");
    }

    private String source(TableName table) {
        return table.sql() + where(table);
    }

    /** All columns of a table, and what {@code *} leaves out. */
    static String all(TableName table, Set<FileColumn> files) {
        return "SELECT *" + named(files) + " FROM " + table.sql();
    }

    private static String named(Set<FileColumn> files) {
        return files.stream()
                .map(column -> ", " + SqlLiteral.identifier(column.sqlName()))
                .collect(Collectors.joining());
    }

    private String distinct(TableDefinition definition, String source) {
        String order = FIRST_DELIVERY.stream()
                .filter(name -> definition.column(name).isPresent())
                .collect(Collectors.joining(", "));
        return "SELECT " + columns(definition) + named(files) + " FROM (SELECT *" + named(files)
                + ", row_number() OVER (PARTITION BY eventid ORDER BY "
                + order + ") AS delivery FROM " + source
                + ") WHERE eventid IS NULL OR delivery = 1";
    }

    private static String columns(TableDefinition definition) {
        return Stream.concat(definition.columns().stream(), definition.partitions().stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }

    private String where(TableName table) {
        List<String> conditions = new ArrayList<>();
        Collection<AccountId> named = scope.accounts().isEmpty() ? accounts.apply(table) : scope.accounts();
        if (!named.isEmpty()) {
            conditions.add(in("account", named));
        }
        if (!scope.regions().isEmpty()) {
            conditions.add(in("region", scope.regions()));
        }
        if (!scope.time().isAll()) {
            DayRange days = scope.days();
            conditions.add("day BETWEEN " + SqlLiteral.text(days.first().partitionValue()) + " AND "
                    + SqlLiteral.text(days.last().partitionValue()));
            conditions.add("eventtime >= " + SqlLiteral.text(scope.time().from().toString()));
            conditions.add("eventtime < " + SqlLiteral.text(scope.time().to().toString()));
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** The condition that a column is one of these values. */
    static String in(String column, Collection<?> values) {
        return column + " IN ("
                + SqlLiteral.list(values.stream()
                        .map(value -> SqlLiteral.text(value.toString()))
                        .toList())
                + ")";
    }
}
