package dev.trailwise.cli;

import dev.trailwise.local.LocalEngine;
import dev.trailwise.sql.AthenaSql;
import java.util.List;
import java.util.Set;

/** Loads what takes longest to load while the command line is still being read, where it will be needed. */
final class Preload {
    private static final Set<String> READ_SQL = Set.of("queries", "run", "search", "sql");

    private Preload() {}

    /** Begins, in threads of their own, and returns at once. What goes wrong shows when it is really used. */
    static void start(List<String> args) {
        if (!args.isEmpty() && READ_SQL.contains(args.get(0))) {
            AthenaSql.load();
            if (args.contains("--logs")) {
                LocalEngine.load();
            }
        }
    }
}
