package dev.trailwise.engine;

/**
 * A column of an answer.
 *
 * @param name its name or alias; Trino's {@code _col0} where the author gave none
 * @param type the kind of its values
 */
public record ResultColumn(String name, ResultType type) {
    /** Whether its values are numbers: these stand at the right, so that their digits line up. */
    public boolean isNumber() {
        return type == ResultType.INTEGER || type == ResultType.DECIMAL || type == ResultType.REAL;
    }
}
