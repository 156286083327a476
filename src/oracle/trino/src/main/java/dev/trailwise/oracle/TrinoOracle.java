package dev.trailwise.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Key;
import io.trino.metadata.HandleResolver;
import io.trino.server.testing.TestingTrinoServer;
import io.trino.spi.QueryId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Trino that answers on standard input and output: one line in, {@code {"id", "schema", "sql"}}; one line out,
 * {@code {"id", "columns", "rows", "bytes"}} or {@code {"id", "error": {"type", "name", "message"}}}, the parts as in
 * Trino's protocol. Answers come as they are ready. It says
 * {@code {"ready": true}} first and ends when its input does.
 */
public final class TrinoOracle {
    private static final String CATALOG = "awsdatacatalog";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestingTrinoServer server;
    private final PrintStream out;

    private TrinoOracle(TestingTrinoServer server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /** Arguments: the folder of the Hive plugin, the folder of the files with {@code metastore} in it, how many queries at once. */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        TestingTrinoServer server = TestingTrinoServer.builder()
                .setProperties(Map.of(
                        "query.max-memory", "512MB",
                        "query.max-memory-per-node", "256MB",
                        "memory.heap-headroom-per-node", "128MB",
                        "query.max-execution-time", "10m"))
                .build();
        Path files = Path.of(args[1]).toAbsolutePath();
        server.installPlugin(
                new HivePlugin(Path.of(args[0]), files, server.getInstance(Key.get(HandleResolver.class))));
        server.createCatalog(
                CATALOG,
                "hive",
                Map.of(
                        "hive.metastore", "file",
                        "hive.metastore.catalog.dir", "local:///metastore",
                        "hive.partition-projection-enabled", "true",
                        "hive.table-statistics-enabled", "false",
                        "hive.ignore-absent-partitions", "true",
                        "hive.security", "allow-all",
                        "hive.metastore.version-compatibility", "UNSAFE_ASSUME_COMPATIBILITY"));
        new TrinoOracle(server, out).serve(Integer.parseInt(args[2]));
        System.exit(0);
    }

    private void serve(int atOnce) throws IOException, InterruptedException {
        ExecutorService queries = Executors.newFixedThreadPool(atOnce);
        print(json.createObjectNode().put("ready", true));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = in.readLine()) != null) {
            JsonNode request = json.readTree(line);
            queries.submit(() -> print(answer(request)));
        }
        queries.shutdown();
    }

    private void print(ObjectNode answer) {
        byte[] line = (answer + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line, 0, line.length);
            out.flush();
        }
    }

    private ObjectNode answer(JsonNode request) {
        ObjectNode answer = json.createObjectNode();
        answer.set("id", request.get("id"));
        try {
            run(request, answer);
        } catch (IOException | InterruptedException | RuntimeException e) {
            answer.putObject("error").put("type", "ORACLE").put("name", "none").put("message", e.toString());
        }
        return answer;
    }

    private void run(JsonNode request, ObjectNode answer) throws IOException, InterruptedException {
        ArrayNode rows = answer.putArray("rows");
        HttpRequest.Builder statement = HttpRequest.newBuilder(
                        server.getBaseUrl().resolve("/v1/statement"))
                .header("X-Trino-User", "judge")
                .header("X-Trino-Catalog", CATALOG)
                .header("X-Trino-Schema", request.get("schema").asText())
                .header("X-Trino-Time-Zone", "UTC")
                .POST(HttpRequest.BodyPublishers.ofString(request.get("sql").asText()));
        JsonNode page = get(statement.build());
        while (true) {
            if (page.has("error")) {
                JsonNode error = page.get("error");
                ObjectNode told = answer.putObject("error");
                told.set("type", error.get("errorType"));
                told.set("name", error.get("errorName"));
                told.set("message", error.get("message"));
            }
            if (page.has("columns") && !answer.has("columns")) {
                answer.set("columns", page.get("columns"));
            }
            if (page.has("data")) {
                page.get("data").forEach(rows::add);
            }
            if (!page.has("nextUri")) {
                break;
            }
            page = get(HttpRequest.newBuilder(URI.create(page.get("nextUri").asText()))
                    .header("X-Trino-User", "judge")
                    .build());
        }
        answer.put("bytes", bytes(page));
    }

    /** What was read from files: from the query's full record, or what the protocol says when that has expired. */
    private long bytes(JsonNode page) {
        try {
            return server.getFullQueryInfo(new QueryId(page.get("id").asText()))
                    .getQueryStats()
                    .getPhysicalInputDataSize()
                    .toBytes();
        } catch (NoSuchElementException expired) {
            return page.path("stats").path("physicalInputBytes").asLong();
        }
    }

    private JsonNode get(HttpRequest request) throws IOException, InterruptedException {
        return json.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
