package dev.trailwise.query;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.sql.scan.Lints;
import dev.trailwise.sql.scan.Scans;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Times what every question goes through before an engine has it, by hand: {@code CompileSpeed FILE.sql [ROUNDS]}. */
final class CompileSpeed {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Scope SCOPE = Scope.of(new TimeRange(NOW.minusSeconds(864_000), NOW));

    private CompileSpeed() {}

    private interface Step {
        void run();
    }

    public static void main(String[] args) throws IOException {
        SqlSource source = new SqlSource("question", Files.readString(Path.of(args[0])));
        SqlText sql = SqlText.of(source);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
        Compiler compiler = new Compiler(Map.of(new TableName("security", "cloudtrail_logs"), Tables.EVENTS));
        CompiledQuery query = compiler.compile(sql, SCOPE, DuplicatePolicy.KEPT);

        time("parse", rounds, () -> AthenaSql.parse(source));
        time("parse and compile", rounds, () -> compiler.compile(SqlText.of(source), SCOPE, DuplicatePolicy.KEPT));
        time("translate to DuckDB", rounds, () -> DuckDbSql.of(query));
        time("scans and their bounds", rounds, () -> Scans.of(AthenaSql.parse(query.text()), query.tables(), NOW));
        time("findings", rounds, () -> Lints.of(query, NOW));
    }

    private static void time(String what, int rounds, Step step) {
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            step.run();
            nanos[i] = System.nanoTime() - start;
        }
        double first = nanos[0] / 1e6;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-24s first %6.2f ms, median of %d %6.3f ms%n",
                what,
                first,
                rounds,
                nanos[rounds / 2] / 1e6);
    }
}
