package dev.trailwise.sql.scalar;

/** What a value is on its way between DuckDB and Java. */
public enum Kind {
    /** Text, as a String; also numbers, times and bytes in a text form. */
    TEXT,
    /** A whole number, as a Long. */
    WHOLE,
    /** A number of floating point, as a Double. */
    REAL,
    /** True or false, as a Boolean. */
    TRUTH
}
