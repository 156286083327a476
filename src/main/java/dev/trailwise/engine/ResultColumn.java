package dev.trailwise.engine;

/**
 * A column of an answer.
 *
 * @param name its name or alias; Trino's {@code _col0} where the author gave none
 * @param type the kind of its values
 */
public record ResultColumn(String name, ResultType type) {
    /** A column of text. */
    public static ResultColumn text(String name) {
        return new ResultColumn(name, ResultType.TEXT);
    }

    /** A column of whole numbers. */
    public static ResultColumn integer(String name) {
        return new ResultColumn(name, ResultType.INTEGER);
    }

    /** A column of exact numbers. */
    public static ResultColumn decimal(String name) {
        return new ResultColumn(name, ResultType.DECIMAL);
    }

    /** Whether its values are numbers: these stand at the right, so that their digits line up. */
    public boolean isNumber() {
        return type == ResultType.INTEGER || type == ResultType.DECIMAL || type == ResultType.REAL;
    }
}
