package dev.trailwise.engine;

/**
 * An array, row or map as compact JSON that an engine wrote, for {@link RowText}: numbers and names as ours, strings with any
 * escapes.
 */
public record NestedJson(Utf8 text) {
    @Override
    public String toString() {
        return text.toString();
    }
}
