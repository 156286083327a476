package dev.trailwise.table;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table as Glue holds it; the part that decides how Athena reads it.
 *
 * @param name what it is called
 * @param description what people read of it; empty when there is none
 * @param columns the columns, in order
 * @param partitionKeys the partition columns, in order
 * @param location the folder above all its files
 * @param format how its files are read
 * @param properties its parameters, which hold the projection
 */
public record GlueTable(
        TableName name,
        String description,
        List<GlueColumn> columns,
        List<GlueColumn> partitionKeys,
        String location,
        StorageFormat format,
        SortedMap<String, String> properties) {
    /** The only type of table that Athena reads files through. */
    public static final String TYPE = "EXTERNAL_TABLE";

    public GlueTable {
        columns = List.copyOf(columns);
        partitionKeys = List.copyOf(partitionKeys);
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** The logical name of the definition that it was made from; nothing for a table that is not ours. */
    public Optional<String> madeFrom() {
        return Optional.ofNullable(properties.get(ProjectedTable.MARKER));
    }

    /**
     * The table that an update of this one towards {@code wanted} gives: what is ours becomes as wanted, what others
     * added stays: columns of their own, other properties, the description.
     */
    public GlueTable updatedTo(GlueTable wanted) {
        SortedMap<String, String> merged = new TreeMap<>(properties);
        merged.keySet().removeIf(GlueTable::ours);
        merged.putAll(wanted.properties);
        List<GlueColumn> others = columns.stream()
                .filter(column ->
                        wanted.columns.stream().noneMatch(own -> own.name().equals(column.name())))
                .toList();
        return new GlueTable(
                name,
                description.isEmpty() ? wanted.description : description,
                Stream.concat(wanted.columns.stream(), others.stream()).toList(),
                wanted.partitionKeys,
                wanted.location,
                format.updatedTo(wanted.format),
                merged);
    }

    /** Whether a property decides what Athena reads, so that one which is not wanted must go. */
    static boolean ours(String property) {
        return property.startsWith("projection.") || property.equals("storage.location.template");
    }
}
