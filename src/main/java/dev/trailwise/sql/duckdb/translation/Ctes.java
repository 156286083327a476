package dev.trailwise.sql.duckdb.translation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The CTEs that a place in a query can read, by name in lower case. */
public record Ctes(Map<String, Output> named) {
    public static final Ctes NONE = new Ctes(Map.of());

    public Ctes {
        named = Map.copyOf(named);
    }

    public Ctes and(String name, Output cte) {
        Map<String, Output> more = new HashMap<>(named);
        more.put(name, cte);
        return new Ctes(more);
    }

    public Optional<Output> find(String name) {
        return Optional.ofNullable(named.get(name));
    }
}
