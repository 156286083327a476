package dev.trailwise.sql.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A path that can be evaluated on any number of values. */
public final class Path {
    private final boolean lax;
    private final Step root;

    Path(boolean lax, Step root) {
        this.lax = lax;
        this.root = root;
    }

    /**
     * Reads a path.
     *
     * @throws PathProblem for what is not a path, or not one that is implemented here
     */
    public static Path parse(String text) {
        return PathBuilder.build(text);
    }

    /**
     * The items at the path: each a {@code JsonNode}, or a value of SQL, which is an {@code Integer}, {@code Long},
     * {@code Double}, {@code BigDecimal}, {@code String} or {@code Boolean}.
     *
     * @throws PathFailure where Trino fails too
     * @throws PathAbort where it ends the query
     */
    public List<Object> items(JsonNode input) {
        return root.items(new Scope(new Scope.Run(lax, input), null, -1));
    }
}
