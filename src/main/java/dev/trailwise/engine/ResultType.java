package dev.trailwise.engine;

/** The kinds of values in an answer, and the Java type that carries each. NULL is null in every kind. */
public enum ResultType {
    /** {@link String}. Also for types without a kind of their own, in Trino's text form. */
    TEXT,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link Long} for all whole numbers that fit, else {@link java.math.BigInteger}. */
    INTEGER,
    /** {@link java.math.BigDecimal}. */
    DECIMAL,
    /** {@link Double}. */
    REAL,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.LocalDateTime}: a timestamp without zone. */
    TIMESTAMP,
    /** {@link java.time.ZonedDateTime}: a timestamp with time zone. */
    ZONED_TIMESTAMP,
    /** {@link java.util.List} for an array, {@link java.util.Map} in order for a row or map, of these same Java types; {@link
     * String} where the engine gives a text of it that cannot be read without doubt.
     */
    NESTED
}
