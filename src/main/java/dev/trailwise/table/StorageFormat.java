package dev.trailwise.table;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a table's files are read, in Hive's words.
 *
 * @param inputFormat the class that finds records in files
 * @param outputFormat the class that would write them
 * @param serde the class that reads a record
 * @param serdeParameters what that class is told
 */
public record StorageFormat(
        String inputFormat, String outputFormat, String serde, SortedMap<String, String> serdeParameters) {
    /**
     * What AWS suggests for CloudTrail: the input format takes {@code Records} apart and makes text of the free-form
     * fields, the JSON SerDe reads the rest.
     *
     * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table.html">Create a CloudTrail
     *     table</a>
     */
    public static final StorageFormat CLOUDTRAIL = new StorageFormat(
            "com.amazon.emr.cloudtrail.CloudTrailInputFormat",
            "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
            "org.apache.hive.hcatalog.data.JsonSerDe",
            new TreeMap<>(Map.of("serialization.format", "1")));

    public StorageFormat {
        serdeParameters = Collections.unmodifiableSortedMap(new TreeMap<>(serdeParameters));
    }

    /** The wanted format; what others told the same class to do stays. */
    StorageFormat updatedTo(StorageFormat wanted) {
        SortedMap<String, String> merged = new TreeMap<>();
        if (serde.equals(wanted.serde)) {
            merged.putAll(serdeParameters);
        }
        merged.putAll(wanted.serdeParameters);
        return new StorageFormat(wanted.inputFormat, wanted.outputFormat, wanted.serde, merged);
    }
}
