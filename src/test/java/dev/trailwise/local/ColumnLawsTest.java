package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.engine.ReadListener;
import dev.trailwise.local.scan.LogFunction;
import dev.trailwise.local.scan.LogScan;
import dev.trailwise.local.scan.ReadMeter;
import dev.trailwise.logs.Leaves;
import dev.trailwise.table.Column;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import dev.trailwise.testing.TestLimits;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnLawsTest {
    static List<TableDefinition> tables() {
        return Tables.ALL;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void duckdb_has_exactly_the_columns_of_the_definition(TableDefinition table) throws Exception {
        assertThat(described(table, new TableSql(UsedFields.everything()))).isEqualTo(defined(table));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columns_that_are_not_used_keep_their_type(TableDefinition table) throws Exception {
        assertThat(described(table, new TableSql(UsedFields.of(Set.of("useridentity.arn")))))
                .isEqualTo(defined(table));
    }

    private static List<String> defined(TableDefinition table) {
        return Stream.concat(table.columns().stream(), table.partitions().stream())
                .map(column -> column.name() + " " + unquoted(column))
                .toList();
    }

    /** DuckDB quotes only the field names that are words of its own. */
    private static String unquoted(Column column) {
        return column.type().duckDb().replace("\"", "");
    }

    private static List<String> described(TableDefinition table, TableSql sql) throws Exception {
        List<String> columns = new ArrayList<>();
        try (DuckDb database = DuckDb.open(2, TestLimits.memory(256))) {
            LogScan none = LogScan.toAnswer(Leaves.of(table), table.kind(), List.of(), List.of());
            LogFunction.register(
                    database.connection(),
                    database.threads(),
                    List.of(none),
                    new ReadMeter(Stream.empty(), ReadListener.NONE));
            String select = "SELECT " + sql.columns(table) + " FROM " + LogFunction.NAME + "(0)";
            try (PreparedStatement statement = database.connection().prepareStatement("DESCRIBE " + select);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1) + " " + rows.getString(2).replace("\"", ""));
                }
            }
        }
        return columns;
    }
}
