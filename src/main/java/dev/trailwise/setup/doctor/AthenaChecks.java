package dev.trailwise.setup.doctor;

import dev.trailwise.aws.athena.AthenaEngine;
import dev.trailwise.aws.athena.RunSettings;
import dev.trailwise.aws.athena.Workgroup;
import dev.trailwise.aws.athena.WorkgroupReader;
import dev.trailwise.config.Settings;
import dev.trailwise.console.Interrupt;
import dev.trailwise.cost.ScanPrice;
import dev.trailwise.engine.Execution;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.setup.ResultsCheck;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import dev.trailwise.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Athena: the workgroup, where it writes results, and a query plan, which Athena does not bill. */
final class AthenaChecks {
    private final Workspace workspace;
    private Optional<Workgroup> read = Optional.empty();

    AthenaChecks(Workspace workspace) {
        this.workspace = workspace;
    }

    CheckResult workgroup() {
        Workgroup workgroup = WorkgroupReader.begin(
                        workspace.clients(), settings().athena().workgroup())
                .workgroup();
        read = Optional.of(workgroup);
        if (!workgroup.known()) {
            return CheckResult.warning(
                    workgroup.name() + ": its settings may not be read, so its limits are not known",
                    Remedy.permission("athena:GetWorkGroup", "is the permission to ask for"));
        }
        return CheckResult.ok(workgroup.name()
                + (workgroup.engineVersion().isEmpty() ? "" : ", " + workgroup.engineVersion())
                + workgroup
                        .cutoff()
                        .map(most -> ", at most " + most + " per query")
                        .orElse(""));
    }

    CheckResult results() {
        Workgroup workgroup = read.orElseThrow();
        Optional<String> named = settings().athena().output();
        if (!workgroup.hasPlace(named)) {
            throw new Failure(ExitCode.USAGE, ResultsCheck.nowhere(workgroup), null);
        }
        FoundNotices notices = new FoundNotices();
        ResultsCheck.begin(notices, workspace.clients(), settings()).check();
        return CheckResult.of(place(workgroup, named), notices);
    }

    private static String place(Workgroup workgroup, Optional<String> named) {
        if (workgroup.managed()) {
            return "kept by Athena (managed query results)";
        }
        Optional<String> own = workgroup.output();
        Optional<String> place = workgroup.enforced() ? own.or(() -> named) : named.or(() -> own);
        return place.map(Sanitizer::text).orElse("not known: the workgroup may not be read");
    }

    /** @param account one whose logs the plan is for: a table may need one */
    CheckResult plan(AccountId account) {
        TableName table = settings().table();
        Region region = workspace.clients().region();
        LogDay today = LogDay.of(workspace.host().clock().instant());
        String sql = "EXPLAIN SELECT count(*) FROM " + table.sql() + " WHERE account = '" + account.digits()
                + "' AND region = '" + region.code() + "' AND day = '" + today.partitionValue() + "'";
        CompiledQuery query = new CompiledQuery(
                sql, new SqlSource("<sql>", sql), Scope.of(TimeRange.ALL), Map.of(table, Tables.EVENTS));
        ScanPrice price =
                new Pricing(workspace, false).prices(settings(), region).scan();
        RunSettings terms = new RunSettings(
                table.database(), settings().athena().output(), Optional.empty(), Optional.empty(), price);
        try (AthenaEngine engine =
                new AthenaEngine(workspace.clients(), read.orElseThrow(), terms, workspace.progress())) {
            workspace.progress().start();
            Execution execution = engine.start(query);
            try (Interrupt interrupt = Interrupt.of(execution, workspace.messages())) {
                execution.stream(new NoRows());
            }
        } finally {
            workspace.progress().stop();
        }
        return CheckResult.ok("Athena planned a query of " + table + " (EXPLAIN, not billed)");
    }

    /** The plan is not shown. */
    private static final class NoRows implements RowSink {
        @Override
        public void begin(List<ResultColumn> columns) {}

        @Override
        public void row(@Nullable Object[] values) {}

        @Override
        public void finish() {}
    }

    private Settings settings() {
        return workspace.settings();
    }
}
