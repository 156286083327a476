package dev.trailwise.query;

import java.util.Optional;

/**
 * A parameter that a saved query declares.
 *
 * @param name lower case letters, digits and underscores; {@code :name} in the SQL
 * @param type what its values are
 * @param list whether it takes several values, for {@code IN (:name)}
 * @param optional whether it may be left out and is NULL then
 * @param fallback the value when none is given, as a user would write it
 * @param example a good value, as a user would write it; a required parameter always has one
 * @param help what it means, in a few words; may be empty
 */
public record Parameter(
        String name,
        ParameterType type,
        boolean list,
        boolean optional,
        Optional<String> fallback,
        Optional<String> example,
        String help) {
    /** Whether the query cannot run without a value for it. */
    public boolean required() {
        return !optional && fallback.isEmpty();
    }

    /** A value to show or to try the query with: its example, its default, or its type's example. */
    public String goodValue() {
        return example.or(() -> fallback).orElse(type.example());
    }
}
