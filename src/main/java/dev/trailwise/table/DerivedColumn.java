package dev.trailwise.table;

/**
 * A column that no file has: an expression over the columns of the record. The compiler adds it to a table where a query
 * names it, so that it costs nothing where it is not used.
 *
 * @param name the name in SQL, lower case; no column of the record has it
 * @param type what the expression gives
 * @param sql the expression, in Athena SQL over the columns of the record without a qualifier
 * @param description what it means, in a sentence
 */
public record DerivedColumn(String name, Type type, String sql, String description) {
    /** The types of derived columns. */
    public enum Type {
        VARCHAR,
        BOOLEAN
    }

    /** Its type, as Trino writes it. */
    public String trino() {
        return type == Type.VARCHAR ? "varchar" : "boolean";
    }
}
