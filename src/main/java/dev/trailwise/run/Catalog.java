package dev.trailwise.run;

import static dev.trailwise.engine.ResultColumn.text;

import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Suggestions;
import dev.trailwise.table.Column;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers {@code DESCRIBE}, {@code SHOW COLUMNS} and {@code SHOW TABLES} from the definition of the tables. */
public final class Catalog {
    private static final Pattern COLUMNS =
            Pattern.compile("(?is)\\s*(?:desc(?:ribe)?|show\\s+columns\\s+(?:from|in))\\s+([\\w.\"-]+)\\s*;?\\s*");
    private static final Pattern TABLES =
            Pattern.compile("(?is)\\s*show\\s+tables(?:\\s+(?:from|in)\\s+[\\w\"-]+)?\\s*;?\\s*");

    private final Map<TableName, TableDefinition> tables;

    private Catalog(Map<TableName, TableDefinition> tables) {
        this.tables = tables;
    }

    /**
     * Shows the rows of a statement about tables and columns.
     *
     * @return false for any other statement
     */
    public static boolean answer(Workspace workspace, String sql, OutputChoice output) {
        Optional<Consumer<RowSink>> rows = new Catalog(workspace.tables()).rows(sql);
        rows.ifPresent(answer -> Destination.write(output, workspace, answer));
        return rows.isPresent();
    }

    private Optional<Consumer<RowSink>> rows(String sql) {
        Matcher columns = COLUMNS.matcher(sql);
        if (columns.matches()) {
            TableDefinition table = table(columns.group(1));
            return Optional.of(sink -> columns(table, sink));
        }
        return TABLES.matcher(sql).matches() ? Optional.of(this::tables) : Optional.empty();
    }

    private TableDefinition table(String written) {
        String name = written.replace("\"", "").toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('.') + 1);
        List<String> known = new ArrayList<>();
        for (Map.Entry<TableName, TableDefinition> table : tables.entrySet()) {
            if (table.getKey().table().equals(last)
                    || table.getValue().logicalName().equals(last)) {
                return table.getValue();
            }
            known.add(table.getValue().logicalName());
        }
        throw new Failure(
                ExitCode.QUERY_FAILED,
                "unknown table '" + written + "'" + Suggestions.hint(last, known) + "; tables: "
                        + String.join(", ", known));
    }

    private void tables(RowSink sink) {
        sink.begin(List.of(text("table"), text("in Athena"), text("log files")));
        tables.forEach((name, table) -> sink.row(
                new Object[] {table.logicalName(), name.toString(), table.kind().folder()}));
        sink.finish();
    }

    /** Each column with the names, types and meaning that SQL needs. */
    public static void columns(TableDefinition table, RowSink sink) {
        sink.begin(List.of(text("column"), text("type"), text("extra"), text("comment")));
        table.columns().forEach(column -> row(column, "", sink));
        table.partitions().forEach(column -> row(column, "partition key", sink));
        table.derived()
                .forEach(column ->
                        sink.row(new Object[] {column.name(), column.trino(), "derived", column.description()}));
        sink.finish();
    }

    private static void row(Column column, String extra, RowSink sink) {
        sink.row(new Object[] {column.name(), column.type().trino(), extra, column.description()});
    }
}
