package dev.trailwise.table;

/**
 * A column of the table, or a field of a struct inside one.
 *
 * @param name the name in SQL, lower case
 * @param type its type
 * @param key the key in the JSON record, in the record's own case; engines match it whatever its case, as Athena does
 * @param since the record version that brought it, such as {@code 1.08}; empty for fields of a struct as old as it
 * @param description what it means, in a sentence
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">Record
 *     contents</a>
 */
public record Column(String name, ColumnType type, String key, String since, String description) {
    /** @throws IllegalArgumentException when the name is not what a Glue column may be called */
    public Column {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a column name: '" + name + "'");
        }
    }
}
