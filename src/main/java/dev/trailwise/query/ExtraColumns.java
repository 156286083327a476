package dev.trailwise.query;

import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.table.DerivedColumn;
import dev.trailwise.table.FileColumn;
import dev.trailwise.table.TableDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that a query names and {@code SELECT *} leaves out: of the file of an event, and derived ones. */
final class ExtraColumns {
    private final Set<FileColumn> files;
    private final Set<List<String>> paths;

    ExtraColumns(ParsedSql query) {
        this.files = query.fileColumns();
        this.paths = query.paths();
    }

    /** What a query of a table selects behind {@code *} to have them. */
    String files() {
        return files.stream()
                .map(column -> ", " + SqlLiteral.identifier(column.sqlName()))
                .collect(Collectors.joining());
    }

    /** The derived columns that the query names, each with its expression. */
    String derived(TableDefinition table) {
        return table.derived().stream()
                .filter(column -> isNamed(column, table))
                .map(column -> ", " + column.sql() + " AS " + column.name())
                .collect(Collectors.joining());
    }

    /** A name behind that of a column is one of its fields; behind any other name it may be a column. */
    private boolean isNamed(DerivedColumn column, TableDefinition table) {
        return paths.stream().anyMatch(path -> {
            boolean field = !path.isEmpty() && table.column(path.get(0)).isPresent();
            return !field && path.contains(column.name());
        });
    }
}
