package dev.trailwise.testing.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.TableReference;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.testing.aws.GlueServer;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.testing.aws.JsonService.Refused;
import dev.trailwise.testing.aws.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Athena in this process, behind its real wire protocol. It truly runs the SQL that it is sent, over the tables of a
 * Glue catalog and the objects of an S3 server, and reckons the bytes that it scans by itself.
 *
 * <p>{@link #service()} takes what goes wrong with a call (throttling, lost replies, missing permissions), {@link #next}
 * what happens to a query.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/Welcome.html">Athena API reference</a>
 */
public final class AthenaServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROWS = 1000;

    private final JsonService service = new JsonService();
    private final GlueServer glue;
    private final S3Client s3;
    private final Warehouse warehouse;
    private final NamedQueries named = new NamedQueries();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final Map<String, Workgroup> workgroups = new ConcurrentHashMap<>();
    private final Map<String, QueryRun> runs = new LinkedHashMap<>();
    private final Map<String, Accepted> tokens = new HashMap<>();
    private final Deque<Course> courses = new ArrayDeque<>();

    /** A query that was accepted under a token. */
    private record Accepted(JsonNode request, String id) {}

    /** Athena over a catalog and a store; it has a workgroup {@code primary}, with nothing set. */
    public AthenaServer(GlueServer glue, S3Server storage, Clock clock) {
        this.glue = glue;
        Map<String, String> environment = storage.environment();
        this.s3 = S3Client.builder()
                .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_S3")))
                .forcePathStyle(true)
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"))))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        this.warehouse = new Warehouse(s3, clock);
        workgroup(Workgroup.of("primary"));
        service.on("GetWorkGroup", request -> workgroup(request).json());
        service.on("ListWorkGroups", request -> {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode list = answer.putArray("WorkGroups");
            workgroups
                    .values()
                    .forEach(group -> list.addObject()
                            .put("Name", group.name())
                            .put("State", group.enabled() ? "ENABLED" : "DISABLED"));
            return answer;
        });
        service.on("StartQueryExecution", this::start);
        service.on(
                "GetQueryExecution",
                request -> JSON.createObjectNode()
                        .set("QueryExecution", run(request).json()));
        service.on("StopQueryExecution", request -> {
            run(request).cancel();
            return JSON.createObjectNode();
        });
        service.on("GetQueryResults", this::results);
        named.serve(service);
    }

    /** The service, for injecting faults and seeing calls. */
    public JsonService service() {
        return service;
    }

    /** Has this workgroup, in place of any of its name. */
    public AthenaServer workgroup(Workgroup group) {
        workgroups.put(group.name(), group);
        return this;
    }

    /** Has the next query go like this; several calls are for the queries one after the other. */
    public synchronized AthenaServer next(Course course) {
        courses.add(course);
        return this;
    }

    /** The ids of the queries that were started, in order. */
    public synchronized List<String> started() {
        return List.copyOf(runs.keySet());
    }

    /** The SQL that was sent for a query. */
    public String sql(String id) {
        return known(id).request().sql();
    }

    /** The state that a query is in now. */
    public String state(String id) {
        return known(id).state();
    }

    /** The bytes that a query has scanned so far. */
    public long scanned(String id) {
        return known(id).scanned();
    }

    /** Runs a query as somebody else would, to its end; returns its id. */
    public String run(String sql) throws InterruptedException {
        String id;
        try {
            ObjectNode request = JSON.createObjectNode().put("QueryString", sql);
            id = start(request.put("ClientRequestToken", UUID.randomUUID().toString()))
                    .path("QueryExecutionId")
                    .asText();
        } catch (Refused refused) {
            throw new IllegalArgumentException(refused);
        }
        while (!known(id).ended()) {
            Thread.sleep(5);
        }
        return id;
    }

    /** Deletes a query's result from S3, as a lifecycle rule does. */
    public void deleteResult(String id) {
        known(id).request().location().ifPresent(place -> warehouse.delete(place, id + ".csv"));
    }

    /** The named queries there are, as GetNamedQuery tells them. */
    public List<ObjectNode> namedQueries() {
        return named.all();
    }

    /** Saves a named query as somebody else would; returns its id. */
    public String putNamedQuery(String workgroup, String name, String description, String sql) {
        return named.put(workgroup, name, description, sql);
    }

    /** The environment of a program that is to use this service. */
    public Map<String, String> environment() {
        return Map.of("AWS_ENDPOINT_URL_ATHENA", service.url());
    }

    private synchronized QueryRun known(String id) {
        QueryRun run = runs.get(id);
        if (run == null) {
            throw new IllegalArgumentException("no query " + id);
        }
        return run;
    }

    private Workgroup workgroup(JsonNode request) throws Refused {
        String name = request.path("WorkGroup").asText("primary");
        Workgroup group = workgroups.get(name);
        if (group == null) {
            throw invalid("WorkGroup " + name + " is not found.");
        }
        return group;
    }

    private synchronized QueryRun run(JsonNode request) throws Refused {
        String id = request.path("QueryExecutionId").asText();
        QueryRun run = runs.get(id);
        if (run == null) {
            throw invalid("QueryExecution " + id + " was not found");
        }
        return run;
    }

    private synchronized JsonNode start(JsonNode request) throws Refused {
        String token = request.path("ClientRequestToken").asText();
        if (token.length() < 32 || token.length() > 128) {
            throw invalid("ClientRequestToken has 32 to 128 characters");
        }
        Accepted before = tokens.get(token);
        if (before == null) {
            before = new Accepted(request, accept(request));
            tokens.put(token, before);
        } else if (!before.request().equals(request)) {
            throw invalid("Idempotent parameters do not match");
        }
        return JSON.createObjectNode().put("QueryExecutionId", before.id());
    }

    private String accept(JsonNode request) throws Refused {
        String sql = request.path("QueryString").asText();
        if (sql.getBytes(StandardCharsets.UTF_8).length > 262_144) {
            throw invalid("queryString' failed to satisfy constraint: Member must have length less than or equal to"
                    + " 262144");
        }
        Workgroup group = workgroup(request);
        if (!group.enabled()) {
            throw invalid("WorkGroup " + group.name() + " is disabled.");
        }
        Optional<String> location = location(request, group);
        String database = request.path("QueryExecutionContext").path("Database").asText("default");
        QueryRun.Request asked = new QueryRun.Request(sql, database, group, location, group.cutoff());
        QueryRun run = new QueryRun(
                UUID.randomUUID().toString(),
                asked,
                warehouse,
                tables(sql, database),
                Optional.ofNullable(courses.poll()).orElse(Course.SWIFT),
                reusable(request, asked));
        runs.put(run.id(), run);
        workers.execute(run);
        return run.id();
    }

    private static Optional<String> location(JsonNode request, Workgroup group) throws Refused {
        String own = request.path("ResultConfiguration").path("OutputLocation").asText();
        if (group.managed()) {
            if (!own.isEmpty()) {
                throw invalid("OutputLocation is not allowed when ManagedQueryResultsConfiguration is enabled");
            }
            return Optional.empty();
        }
        Optional<String> place = group.enforced() || own.isEmpty() ? group.output() : Optional.of(own);
        if (place.isEmpty()) {
            throw invalid("No output location provided. An output location is required either through the Workgroup"
                    + " result configuration setting or as an API input.");
        }
        return place;
    }

    /** Athena reads what it is sent at once, and refuses what is no SQL. */
    private List<LogTable> tables(String sql, String database) throws Refused {
        try {
            return AthenaSql.parse(new SqlSource("sql", sql)).tables().stream()
                    .map(TableReference::name)
                    .distinct()
                    .map(name -> glue.held(
                            name.size() < 2 ? database : name.get(name.size() - 2), name.get(name.size() - 1)))
                    .filter(table ->
                            table.at("/Parameters/storage.location.template").isTextual())
                    .map(LogTable::of)
                    .distinct()
                    .toList();
        } catch (SqlProblem problem) {
            throw new Refused(
                    400,
                    "InvalidRequestException",
                    "line " + problem.position().line() + ":"
                            + problem.position().column() + ": " + problem.problem(),
                    Map.of("AthenaErrorCode", "MALFORMED_QUERY"));
        }
    }

    private Optional<QueryRun> reusable(JsonNode request, QueryRun.Request asked) {
        JsonNode byAge = request.at("/ResultReuseConfiguration/ResultReuseByAgeConfiguration");
        if (!byAge.path("Enabled").asBoolean() || asked.location().isEmpty()) {
            return Optional.empty();
        }
        long seconds = byAge.path("MaxAgeInMinutes").asLong(60) * 60;
        return runs.values().stream()
                .filter(run -> run.state().equals("SUCCEEDED")
                        && run.request().equals(asked)
                        && !run.submitted().isBefore(warehouse.clock().instant().minusSeconds(seconds)))
                .findFirst();
    }

    private JsonNode results(JsonNode request) throws Refused {
        QueryRun run = run(request);
        if (!run.state().equals("SUCCEEDED")) {
            throw invalid("Query has not yet finished. Current state: " + run.state());
        }
        int most = request.path("MaxResults").asInt(MOST_ROWS);
        if (most > MOST_ROWS) {
            throw invalid("MaxResults is more than maximum allowed length 1000.");
        }
        boolean there = run.request().location().isEmpty()
                || warehouse.has(run.request().location().get(), run.id() + ".csv");
        ResultFile file = run.result().filter(result -> there).orElseThrow(() -> invalid("Could not find results"));
        return page(file, request.path("NextToken").asLong(0), most);
    }

    private static JsonNode page(ResultFile file, long offset, int most) throws Refused {
        Path csv = file.path();
        try {
            ResultFile.Page page = ResultFile.page(csv, offset, most);
            ObjectNode answer = JSON.createObjectNode();
            ObjectNode set = answer.putObject("ResultSet");
            ArrayNode rows = set.putArray("Rows");
            page.rows().forEach(row -> {
                ArrayNode data = rows.addObject().putArray("Data");
                row.forEach(cell -> {
                    ObjectNode datum = data.addObject();
                    if (cell != null) {
                        datum.put("VarCharValue", cell);
                    }
                });
            });
            ArrayNode columns = set.putObject("ResultSetMetadata").putArray("ColumnInfo");
            file.columns()
                    .forEach(column -> columns.addObject()
                            .put("CatalogName", "hive")
                            .put("Name", column.name())
                            .put("Label", column.name())
                            .put("Type", column.type())
                            .put("Nullable", "UNKNOWN"));
            if (page.next() >= 0) {
                answer.put("NextToken", String.valueOf(page.next()));
            }
            return answer;
        } catch (IOException failed) {
            throw new Refused(500, "InternalServerException", String.valueOf(failed.getMessage()));
        }
    }

    static Refused invalid(String message) {
        return new Refused(400, "InvalidRequestException", message);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(10, TimeUnit.SECONDS); // they write into what the warehouse then deletes
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        service.close();
        warehouse.close();
        s3.close();
    }
}
