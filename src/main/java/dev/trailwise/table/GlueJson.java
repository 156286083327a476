package dev.trailwise.table;

import dev.trailwise.text.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The request of Glue's {@code CreateTable}.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-tables.html">Table API</a>
 */
public final class GlueJson {
    private GlueJson() {}

    /** The request for a table, as JSON ending with a line feed. */
    public static String request(GlueTable table) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("DatabaseName", table.name().database());
        request.put("TableInput", tableInput(table));
        return JsonText.document(request);
    }

    /** The {@code TableInput} as plain data: CloudFormation takes the same. */
    static Map<String, Object> tableInput(GlueTable table) {
        Map<String, Object> serde = new LinkedHashMap<>();
        serde.put("SerializationLibrary", table.format().serde());
        serde.put("Parameters", table.format().serdeParameters());
        Map<String, Object> storage = new LinkedHashMap<>();
        storage.put("Columns", columns(table.columns()));
        storage.put("Location", table.location());
        storage.put("InputFormat", table.format().inputFormat());
        storage.put("OutputFormat", table.format().outputFormat());
        storage.put("SerdeInfo", serde);
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("Name", table.name().table());
        input.put("Description", table.description());
        input.put("TableType", GlueTable.TYPE);
        input.put("Parameters", table.properties());
        input.put("PartitionKeys", columns(table.partitionKeys()));
        input.put("StorageDescriptor", storage);
        return input;
    }

    private static List<Map<String, Object>> columns(List<GlueColumn> columns) {
        return columns.stream()
                .map(column -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("Name", column.name());
                    fields.put("Type", column.type());
                    fields.put("Comment", column.comment());
                    return fields;
                })
                .toList();
    }
}
