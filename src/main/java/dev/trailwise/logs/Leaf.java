package dev.trailwise.logs;

import dev.trailwise.table.ColumnType;

/**
 * A value that can be sliced from an event.
 *
 * @param path the names from the column down, such as {@code useridentity.sessioncontext.attributes.creationdate}
 * @param kind how its bytes are made
 * @param type its type in the table; that of the struct for {@link Kind#PRESENT}
 */
public record Leaf(String path, Kind kind, ColumnType type) {
    /** How the bytes of a value are made from the JSON. JSON null and a missing key are null everywhere. */
    public enum Kind {
        /** A string without its quotes and escapes; a boolean or number as written; an object or array as compact JSON. */
        TEXT,
        /** Any JSON value as compact JSON text, as Jackson's {@code JsonNode.toString()} writes it. */
        JSON_TEXT,
        /** A number as written; null for anything else. */
        REAL,
        /** No bytes when the struct of this path is a JSON object, null otherwise. */
        PRESENT,
        /** An array or map as compact JSON with the declared lower-case names; null for a value of another shape. */
        NESTED,
        /** All of the event as it is, but for line ends between its tokens. */
        RECORD,
        /** Account, region or day: from the file's path, or from the event where the path does not tell. */
        PARTITION;

        /** Whether it is found by a key of the event. */
        boolean hasKey() {
            return this != RECORD && this != PARTITION;
        }

        /** Whether its bytes are the column's text. */
        boolean isText() {
            return this == TEXT || this == JSON_TEXT || !hasKey();
        }
    }
}
