package dev.trailwise.aws.glue;

import dev.trailwise.table.GlueColumn;
import dev.trailwise.table.GlueTable;
import dev.trailwise.table.StorageFormat;
import dev.trailwise.table.TableName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** Turns our tables into the SDK's and back. What we do not know of a table is carried along in an update. */
final class GlueTables {
    private GlueTables() {}

    static GlueTable read(Table table) {
        StorageDescriptor storage =
                table.storageDescriptor() == null ? StorageDescriptor.builder().build() : table.storageDescriptor();
        SerDeInfo serde = storage.serdeInfo() == null ? SerDeInfo.builder().build() : storage.serdeInfo();
        return new GlueTable(
                new TableName(table.databaseName(), table.name()),
                text(table.description()),
                columns(storage.columns()),
                columns(table.partitionKeys()),
                text(storage.location()),
                new StorageFormat(
                        text(storage.inputFormat()),
                        text(storage.outputFormat()),
                        text(serde.serializationLibrary()),
                        new TreeMap<>(serde.parameters())),
                new TreeMap<>(table.parameters()));
    }

    static TableInput input(GlueTable table) {
        return overlay(TableInput.builder(), StorageDescriptor.builder(), SerDeInfo.builder(), table);
    }

    /** The table as an update of what is there: owner, retention, views of others and the like stay. */
    static TableInput input(GlueTable table, Table there) {
        TableInput.Builder kept = TableInput.builder()
                .owner(there.owner())
                .lastAccessTime(there.lastAccessTime())
                .lastAnalyzedTime(there.lastAnalyzedTime())
                .retention(there.retention())
                .targetTable(there.targetTable());
        StorageDescriptor storage =
                there.storageDescriptor() == null ? StorageDescriptor.builder().build() : there.storageDescriptor();
        SerDeInfo serde = storage.serdeInfo() == null ? SerDeInfo.builder().build() : storage.serdeInfo();
        return overlay(kept, storage.toBuilder(), serde.toBuilder(), table);
    }

    private static TableInput overlay(
            TableInput.Builder input, StorageDescriptor.Builder storage, SerDeInfo.Builder serde, GlueTable table) {
        return input.name(table.name().table())
                .description(table.description())
                .tableType(GlueTable.TYPE)
                .parameters(table.properties())
                .partitionKeys(sdkColumns(table.partitionKeys()))
                .storageDescriptor(storage.columns(sdkColumns(table.columns()))
                        .location(table.location())
                        .inputFormat(table.format().inputFormat())
                        .outputFormat(table.format().outputFormat())
                        .serdeInfo(serde.serializationLibrary(table.format().serde())
                                .parameters(Map.copyOf(table.format().serdeParameters()))
                                .build())
                        .build())
                .build();
    }

    private static List<GlueColumn> columns(List<Column> columns) {
        return columns.stream()
                .map(column -> new GlueColumn(column.name(), text(column.type()), text(column.comment())))
                .toList();
    }

    private static List<Column> sdkColumns(List<GlueColumn> columns) {
        return columns.stream()
                .map(column -> Column.builder()
                        .name(column.name())
                        .type(column.type())
                        .comment(column.comment().isEmpty() ? null : column.comment())
                        .build())
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
