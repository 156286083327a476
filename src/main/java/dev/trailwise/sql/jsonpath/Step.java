package dev.trailwise.sql.jsonpath;

import java.util.List;

/**
 * A part of a path that gives a sequence of items. An item is a {@code JsonNode}, or a value of SQL: an {@code Integer},
 * {@code Long}, {@code Double}, {@code BigDecimal}, {@code String} or {@code Boolean}.
 */
@FunctionalInterface
interface Step {
    /**
     * The items.
     *
     * @throws PathFailure where Trino fails too
     */
    List<Object> items(Scope scope);
}
