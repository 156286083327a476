package dev.trailwise.sql.duckdb.function;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trino's JSON paths in DuckDB's words. */
final class JsonPath {
    private static final Pattern STEP =
            Pattern.compile("\\.(?<name>[A-Za-z0-9_]+)|\\[(?<index>[0-9]+)]|\\[\"(?<quoted>[^\"\\\\]+)\"]");

    private JsonPath() {}

    /** The path for DuckDB; nothing for one that uses more than names and indexes. */
    static Optional<String> duckDb(String path) {
        if (!path.startsWith("$")) {
            return Optional.empty();
        }
        StringBuilder steps = new StringBuilder("$");
        Matcher step = STEP.matcher(path).region(1, path.length());
        int at = 1;
        while (at < path.length()) {
            if (!step.lookingAt()) {
                return Optional.empty();
            }
            steps.append(step(step));
            at = step.end();
            step.region(at, path.length());
        }
        return Optional.of(steps.toString());
    }

    private static String step(Matcher step) {
        if (step.group("index") != null) {
            return "[" + step.group("index") + "]";
        }
        for (String name : new String[] {"name", "quoted"}) {
            if (step.group(name) != null) {
                return ".\"" + step.group(name) + "\"";
            }
        }
        throw new IllegalStateException("a step of a JSON path is a name or an index");
    }
}
