package dev.trailwise.setup.doctor;

import dev.trailwise.aws.client.S3Requests;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.output.Counts;
import dev.trailwise.run.price.Pricing;
import dev.trailwise.workspace.Destination;
import dev.trailwise.workspace.OutputChoice;
import dev.trailwise.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks what a query needs, and shows each result as soon as it is known. */
public final class Doctor {
    private static final List<ResultColumn> COLUMNS =
            Stream.of("check", "status", "found", "fix").map(ResultColumn::text).toList();

    private final Workspace workspace;

    public Doctor(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Checks all.
     *
     * @return the exit code of the first check that failed, or success
     */
    public ExitCode run(OutputChoice output) {
        ResultLines lines = new ResultLines(workspace);
        CheckRun run =
                new CheckRun(workspace.progress()::start, output.isPlainTable() ? lines::show : (check, result) -> {});
        checks(run);
        if (!output.isPlainTable()) {
            Destination.write(output, workspace, sink -> sink.all(COLUMNS, rows(run)));
        }
        workspace.messages().info(summary(run));
        return run.exit();
    }

    private void checks(CheckRun run) {
        IdentityChecks identity = new IdentityChecks(workspace);
        LogChecks logs = new LogChecks(workspace);
        AthenaChecks athena = new AthenaChecks(workspace);
        MachineChecks machine = new MachineChecks(workspace);
        run.make(Check.SETTINGS, identity::settings);
        run.make(Check.TRAIL, logs::trail);
        run.make(Check.REGION, identity::region);
        run.make(Check.CREDENTIALS, identity::credentials);
        run.make(Check.BUCKET, logs::bucket);
        run.make(Check.LOGS, logs::logs);
        run.make(Check.READING, logs::reading);
        run.make(Check.TABLE, new TableCheck(workspace)::table);
        run.make(Check.WORKGROUP, athena::workgroup);
        run.make(Check.RESULTS, athena::results);
        run.make(Check.PLAN, () -> athena.plan(logs.accounts().get(0)));
        run.make(Check.PRICES, new PriceCheck(workspace)::price);
        run.make(Check.DUCKDB, machine::duckDb);
        run.make(Check.CACHE, machine::cache);
        run.make(Check.DATA, machine::data);
        run.make(Check.ARCHIVE, new ArchiveCheck(workspace)::archive);
        run.make(Check.DISK, machine::disk);
        run.make(Check.STARTUP, machine::startup);
    }

    private List<@Nullable Object[]> rows(CheckRun run) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        run.results()
                .forEach((check, result) -> rows.add(new @Nullable Object[] {
                    check.toString(),
                    result.status().toString(),
                    result.notice().text(),
                    ResultLines.fix(workspace, result)
                }));
        return rows;
    }

    private String summary(CheckRun run) {
        String counts = Stream.of(Status.values())
                .filter(status -> run.count(status) > 0)
                .map(status -> run.count(status) + " " + status)
                .collect(Collectors.joining(", "));
        return counts + requests(run);
    }

    /** What S3 bills for the checks; all other calls are free. */
    private String requests(CheckRun run) {
        if (!run.wasMade(Check.BUCKET)) {
            return "";
        }
        S3Requests sent = workspace.clients().s3Requests();
        return "; cost "
                + new Pricing(workspace, false).requests(workspace.clients()).of(sent.gets(), sent.lists()) + " ("
                + Counts.of(sent.lists(), "S3 LIST request") + ", " + sent.gets() + " GET and HEAD)";
    }
}
