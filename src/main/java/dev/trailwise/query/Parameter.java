package dev.trailwise.query;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A parameter that a saved query declares.
 *
 * @param name lower case letters, digits and underscores; {@code :name} in the SQL
 * @param type what its values are
 * @param list whether it takes several values, for {@code IN (:name)}
 * @param optional whether it may be left out and is NULL then
 * @param fallback the value when none is given, as a user would write it
 * @param example a good value, as a user would write it; a required parameter always has one
 * @param min the least value of an integer
 * @param max the greatest value of an integer
 * @param help what it means, in a few words; may be empty
 */
public record Parameter(
        String name,
        ParameterType type,
        boolean list,
        boolean optional,
        Optional<String> fallback,
        Optional<String> example,
        OptionalLong min,
        OptionalLong max,
        String help) {
    /** Whether the query cannot run without a value for it. */
    public boolean required() {
        return !optional && fallback.isEmpty();
    }

    /** A value to show or to try the query with: its example, its default, or its type's example. */
    public String goodValue() {
        return example.or(() -> fallback).orElse(type.example());
    }

    /** @throws IllegalArgumentException when the text is an integer out of range */
    void checkRange(String text) {
        if (type != ParameterType.INTEGER || (min.isEmpty() && max.isEmpty())) {
            return;
        }
        long value = Long.parseLong(text);
        if (min.isPresent() && value < min.getAsLong()) {
            throw new IllegalArgumentException(text + " is too small: at least " + min.getAsLong());
        }
        if (max.isPresent() && value > max.getAsLong()) {
            throw new IllegalArgumentException(text + " is too large: at most " + max.getAsLong());
        }
    }
}
