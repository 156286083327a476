package dev.trailwise.sql.text;

/**
 * A place in the author's file.
 *
 * @param line from 1, in the file
 * @param column from 1, in characters (code points) of that line
 */
public record Position(int line, int column) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
        return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
