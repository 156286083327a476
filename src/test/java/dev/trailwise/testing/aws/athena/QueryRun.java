package dev.trailwise.testing.aws.athena;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.engine.Execution;
import dev.trailwise.failure.Failure;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import dev.trailwise.testing.TestLimits;
import dev.trailwise.testing.aws.athena.Course.Fault;
import dev.trailwise.testing.aws.athena.LogTable.LogObject;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One query as it goes from QUEUED to its end. */
final class QueryRun implements Runnable {
    private static final String ON_A_VALUE = "the query failed: ";
    private static final Fault CANCELLED = new Fault(2, 1011, false, "Query cancelled by user");
    private static final Fault CUT_OFF =
            new Fault(2, 1011, false, "Query cancelled! : Bytes scanned limit was exceeded");

    private final String id;
    private final Request request;
    private final Warehouse warehouse;
    private final List<LogTable> tables;
    private final Course course;
    private final Optional<QueryRun> reused;
    private final Instant submitted;

    private volatile String state = "QUEUED";
    private volatile Optional<Fault> fault = Optional.empty();
    private volatile long scanned;
    private volatile boolean cancelled;
    private volatile Optional<Execution> running = Optional.empty();
    private volatile Optional<ResultFile> result = Optional.empty();
    private volatile Duration ran = Duration.ZERO;
    private Duration waited = Duration.ZERO;

    /**
     * What was asked for.
     *
     * @param location where results go, ending with a slash; none when Athena keeps them
     * @param cutoff the workgroup's limit of bytes
     */
    record Request(String sql, String database, Workgroup workgroup, Optional<String> location, OptionalLong cutoff) {}

    QueryRun(
            String id,
            Request request,
            Warehouse warehouse,
            List<LogTable> tables,
            Course course,
            Optional<QueryRun> reused) {
        this.id = id;
        this.request = request;
        this.warehouse = warehouse;
        this.tables = tables;
        this.course = course;
        this.reused = reused;
        this.submitted = warehouse.clock().instant();
    }

    String id() {
        return id;
    }

    Request request() {
        return request;
    }

    String state() {
        return state;
    }

    long scanned() {
        return scanned;
    }

    Instant submitted() {
        return submitted;
    }

    /** The result, once there is one. */
    Optional<ResultFile> result() {
        return result;
    }

    boolean ended() {
        return List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(state);
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        try {
            pause(course.queued());
            waited = Duration.ofNanos(System.nanoTime() - start);
            start = System.nanoTime();
            state = "RUNNING";
            if (reused.isPresent()) {
                result = reused.get().result();
            } else if (AthenaSql.parse(new SqlSource("sql", request.sql())).kind() == ParsedSql.Kind.EXPLAIN) {
                explain();
            } else {
                CompiledQuery query = query();
                DuckDbSql.of(query); // what is wrong with it is found before anything is scanned
                namesInjectedAccounts();
                Map<LogTable, List<LogObject>> objects = warehouse.objects(tables);
                scan(Warehouse.scanned(request.sql(), objects));
                answer(query, objects);
            }
            deliver();
            end("SUCCEEDED", Optional.empty());
        } catch (Stopped stopped) {
            end(stopped.state, Optional.of(stopped.why));
        } catch (Failure failure) {
            end(cancelled ? "CANCELLED" : "FAILED", Optional.of(cancelled ? CANCELLED : fault(failure)));
        } catch (IOException | RuntimeException broken) {
            end("FAILED", Optional.of(new Fault(1, 233, true, "GENERIC_INTERNAL_ERROR: " + broken)));
        }
        ran = Duration.ofNanos(System.nanoTime() - start);
    }

    /** What is wrong with the query, or what it failed on. */
    private Fault fault(Failure failure) {
        if (!(failure instanceof SqlProblem problem)) {
            return userError(failure.getMessage());
        }
        return problem.problem().startsWith(ON_A_VALUE)
                ? userError(problem.problem())
                : AthenaWords.of(problem, request.database());
    }

    private static Fault userError(String message) {
        return new Fault(2, 1000, false, "GENERIC_USER_ERROR: " + message.replaceFirst("^" + ON_A_VALUE, ""));
    }

    /** Athena does not know the values of an injected column: every read has to name them. */
    private void namesInjectedAccounts() {
        for (Reads.Read read : Reads.of(request.sql())) {
            boolean injected = tables.stream()
                    .anyMatch(table -> table.name().table().equals(read.table())
                            && table.accounts().isEmpty());
            boolean named = read.conditions().stream()
                    .anyMatch(condition -> condition.toLowerCase(Locale.ROOT).matches("\"?account\"? ?(=|in)\\b?.*"));
            if (injected && !named) {
                throw new Stopped(
                        "FAILED",
                        new Fault(
                                2,
                                1000,
                                false,
                                "CONSTRAINT_VIOLATION: For the injected projected partition column account, the WHERE"
                                        + " clause must contain only static equality conditions, and at least one such"
                                        + " condition must be present."));
            }
        }
    }

    /** Lets the time of RUNNING pass, in steps, with a part of the bytes scanned after each. */
    private void scan(long total) {
        int steps = Math.max(4, (int) Math.min(100, course.running().toMillis() / 20));
        for (int step = 1; step <= steps; step++) {
            pause(course.running().dividedBy(steps));
            scanned = total / steps * step;
            if (request.cutoff().isPresent() && scanned > request.cutoff().getAsLong()) {
                throw new Stopped("CANCELLED", CUT_OFF);
            }
            if (step == steps / 2) {
                halfWay();
            }
        }
        scanned = total;
    }

    private void halfWay() {
        if (course.failure().isPresent()) {
            throw new Stopped("FAILED", course.failure().get());
        }
        if (course.requeued()) {
            state = "QUEUED";
            scanned = 0;
            pause(course.running().dividedBy(2).plusMillis(50));
            state = "RUNNING";
        }
    }

    private void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        do {
            if (cancelled) {
                throw new Stopped("CANCELLED", CANCELLED);
            }
            long left = Math.min(10, (end - System.nanoTime()) / 1_000_000);
            if (left > 0) {
                sleep(left);
            }
        } while (System.nanoTime() < end);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new Stopped("CANCELLED", CANCELLED);
        }
    }

    /** The query as it came: its scopes are in it, so none is put in again. */
    private CompiledQuery query() {
        Map<TableName, TableDefinition> definitions = new HashMap<>();
        tables.forEach(table -> definitions.put(table.name(), table.definition()));
        SqlSource author = new SqlSource("sql", request.sql());
        return new CompiledQuery(request.sql(), author, Scope.of(TimeRange.ALL), definitions);
    }

    private void answer(CompiledQuery query, Map<LogTable, List<LogObject>> objects) throws IOException {
        Path logs = warehouse.fetch(objects);
        ResultFile file = new ResultFile(warehouse.scratch(id + ".csv"));
        try (LocalEngine engine = LocalEngine.open(logs, Optional.empty(), TestLimits.enough(), warehouse.clock())) {
            Execution execution = engine.start(query);
            running = Optional.of(execution);
            pause(Duration.ZERO);
            execution.stream(file);
        }
        result = Optional.of(file);
    }

    /** A plan costs nothing. */
    private void explain() {
        ResultFile file = new ResultFile(warehouse.scratch(id + ".csv"));
        file.begin(List.of(new dev.trailwise.engine.ResultColumn("Query Plan", dev.trailwise.engine.ResultType.TEXT)));
        file.row(new Object[] {"Fragment 0 [SINGLE]"});
        file.row(new Object[] {"    Output layout: []"});
        file.finish();
        result = Optional.of(file);
    }

    /** What Athena writes beside the result is for itself: nobody is to read it. */
    private void deliver() throws IOException {
        if (request.location().isPresent() && result.isPresent()) {
            warehouse.put(request.location().get(), id + ".csv", result.get().path());
            Path metadata = warehouse.scratch(id + ".metadata");
            Files.write(metadata, ("\b\u0001\u0012" + id).getBytes(StandardCharsets.ISO_8859_1));
            warehouse.put(request.location().get(), id + ".csv.metadata", metadata);
        }
    }

    private void end(String how, Optional<Fault> why) {
        fault = why;
        state = how;
    }

    void cancel() {
        cancelled = true;
        running.ifPresent(Execution::cancel);
    }

    /** What GetQueryExecution says. */
    ObjectNode json() {
        ObjectNode execution = new ObjectMapper().createObjectNode();
        String now = state;
        execution.put("QueryExecutionId", id).put("Query", request.sql()).put("StatementType", "DML");
        execution.put(
                "SubstatementType", request.sql().strip().split("[\\s(]")[0].toUpperCase(Locale.ROOT));
        execution.put("WorkGroup", request.workgroup().name());
        execution.putObject("QueryExecutionContext").put("Database", request.database());
        execution.putObject("EngineVersion").put("EffectiveEngineVersion", "Athena engine version 3");
        ObjectNode configuration = execution.putObject("ResultConfiguration");
        request.location()
                .ifPresent(location -> configuration.put(
                        "OutputLocation",
                        "s3://" + location.substring(5).split("/")[0] + "/" + Warehouse.key(location, id + ".csv")));
        execution
                .putObject("ManagedQueryResultsConfiguration")
                .put("Enabled", request.workgroup().managed());
        status(execution.putObject("Status"), now);
        statistics(execution.putObject("Statistics"));
        return execution;
    }

    private void status(ObjectNode status, String now) {
        status.put("State", now).put("SubmissionDateTime", submitted.getEpochSecond());
        if (ended()) {
            status.put("CompletionDateTime", submitted.plus(waited).plus(ran).toEpochMilli() / 1000.0);
        }
        fault.ifPresent(why -> {
            status.put("StateChangeReason", why.message());
            status.putObject("AthenaError")
                    .put("ErrorCategory", why.category())
                    .put("ErrorType", why.type())
                    .put("Retryable", why.retryable())
                    .put("ErrorMessage", why.message());
        });
    }

    private void statistics(ObjectNode statistics) {
        statistics
                .put("DataScannedInBytes", scanned)
                .put("EngineExecutionTimeInMillis", ran.toMillis())
                .put("QueryQueueTimeInMillis", waited.toMillis())
                .put("TotalExecutionTimeInMillis", ran.plus(waited).toMillis());
        statistics.putObject("ResultReuseInformation").put("ReusedPreviousResult", reused.isPresent());
    }

    /** The query ends before its time. */
    private static final class Stopped extends RuntimeException {
        private final String state;
        private final transient Fault why;

        Stopped(String state, Fault why) {
            super(why.message());
            this.state = state;
            this.why = why;
        }
    }
}
