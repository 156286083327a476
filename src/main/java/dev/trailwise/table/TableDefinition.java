package dev.trailwise.table;

import dev.trailwise.trail.LogFolders;
import dev.trailwise.trail.LogKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table over one kind of CloudTrail files.
 *
 * @param logicalName the name that questions use for it
 * @param folders which files it reads
 * @param time the path of the text that says when a record happened; the scope's times compare it
 * @param account the path of the account that received the record
 * @param columns the columns that come from the record
 * @param partitions the columns that come from the path: account, region, day
 */
public record TableDefinition(
        String logicalName,
        LogFolders folders,
        String time,
        String account,
        List<Column> columns,
        List<Column> partitions) {
    /** The record as the log has it, on one line; for reading logs on this machine only. */
    public static final Column WHOLE_RECORD =
            new Column("whole_record", new ColumnType.JsonText(), "whole_record", "", "The record itself.");

    public TableDefinition {
        columns = List.copyOf(columns);
        partitions = List.copyOf(partitions);
    }

    /** What its files hold. */
    public LogKind kind() {
        return folders.kind();
    }

    /** The same table over the folders of single accounts, which lie beside an organization's. */
    public TableDefinition ofAccounts() {
        return new TableDefinition(
                logicalName, new LogFolders(folders.kind(), true), time, account, columns, partitions);
    }

    /** The same table with {@link #WHOLE_RECORD}. */
    public TableDefinition withRecord() {
        return new TableDefinition(
                logicalName,
                folders,
                time,
                account,
                Stream.concat(columns.stream(), Stream.of(WHOLE_RECORD)).toList(),
                partitions);
    }

    /** The columns that a query can name beside those of its files; none for a table without callers. */
    public List<DerivedColumn> derived() {
        return column("useridentity").isPresent() && column("requestparameters").isPresent()
                ? DerivedColumns.ALL
                : List.of();
    }

    /** The column or partition column of this name, in lower case. */
    public Optional<Column> column(String name) {
        return Stream.concat(columns.stream(), partitions.stream())
                .filter(column -> column.name().equals(name))
                .findFirst();
    }
}
