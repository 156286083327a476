package dev.trailwise.query;

import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.table.Column;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The subquery that stands for a table: its events in the scope. Valid on Trino and on DuckDB alike. */
final class ScopedTable {
    /** Repeats are the same event but for where they were delivered: the first delivery is kept. */
    private static final List<String> DELIVERY = List.of("day", "account", "region");

    /** What else tells two events with one id apart. */
    private static final List<String> CALL = List.of("eventname", "requestid", "errorcode");

    private final Scope scope;
    private final DuplicatePolicy repeats;
    private final Function<TableName, SortedSet<AccountId>> accounts;
    private final ExtraColumns extra;

    /**
     * @param accounts those to name for a table when the scope names none
     * @param extra the columns that the query names and {@code *} leaves out
     */
    ScopedTable(
            Scope scope,
            DuplicatePolicy repeats,
            Function<TableName, SortedSet<AccountId>> accounts,
            ExtraColumns extra) {
        this.scope = scope;
        this.repeats = repeats;
        this.accounts = accounts;
        this.extra = extra;
    }

    /** The events of one or more tables with the same columns. */
    String sql(SortedMap<TableName, TableDefinition> tables) {
        if (repeats == DuplicatePolicy.KEPT) {
            return tables.entrySet().stream()
                    .map(table ->
                            all(table.getKey(), table.getValue(), extra) + where(table.getKey(), table.getValue()))
                    .collect(Collectors.joining(" UNION ALL "));
        }
        TableDefinition definition = tables.values().iterator().next();
        if (tables.size() == 1) {
            return distinct(definition, tables.firstKey().sql() + where(tables.firstKey(), definition));
        }
        String all = tables.keySet().stream()
                .map(table -> "SELECT *" + extra.files() + " FROM " + table.sql() + where(table, definition))
                .collect(Collectors.joining(" UNION ALL ", "(", ")"));
        return distinct(definition, all);
    }

    /** All columns of a table, and what the query names that {@code *} leaves out. */
    static String all(TableName table, TableDefinition definition, ExtraColumns extra) {
        return "SELECT *" + extra.files() + extra.derived(definition) + " FROM " + table.sql();
    }

    private String distinct(TableDefinition definition, String source) {
        Stream<String> call =
                CALL.stream().filter(name -> definition.column(name).isPresent());
        String order = Stream.of(DELIVERY.stream(), Stream.of(definition.time()), call)
                .flatMap(names -> names)
                .collect(Collectors.joining(", "));
        return "SELECT " + columns(definition) + extra.files() + extra.derived(definition) + " FROM (SELECT *"
                + extra.files()
                + ", row_number() OVER (PARTITION BY eventid ORDER BY "
                + order + ") AS delivery FROM " + source
                + ") WHERE eventid IS NULL OR delivery = 1";
    }

    private static String columns(TableDefinition definition) {
        return Stream.concat(definition.columns().stream(), definition.partitions().stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }

    private String where(TableName table, TableDefinition definition) {
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
            conditions.add(definition.time() + " >= "
                    + SqlLiteral.text(scope.time().from().toString()));
            conditions.add(definition.time() + " < "
                    + SqlLiteral.text(scope.time().to().toString()));
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
