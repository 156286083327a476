package dev.trailwise.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.testing.aws.JsonService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An Athena that runs nothing: queries go through the states that a test writes down. */
final class ScriptedAthena implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final JsonService service = new JsonService();
    final List<JsonNode> starts = new ArrayList<>();
    final ObjectNode workgroup = JSON.createObjectNode().put("Name", "primary").put("State", "ENABLED");
    private final Map<String, String> ids = new HashMap<>();
    private final Deque<ObjectNode> states = new ArrayDeque<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<List<@Nullable String>> rows = new ArrayList<>();
    private String output = "";
    private boolean stopped;

    ScriptedAthena() {
        workgroup.putObject("Configuration").putObject("ResultConfiguration").put("OutputLocation", "s3://results/");
        service.on("GetWorkGroup", request -> JSON.createObjectNode().set("WorkGroup", workgroup));
        service.on("StartQueryExecution", this::start);
        service.on("GetQueryExecution", this::look);
        service.on("GetQueryResults", this::page);
        service.on("StopQueryExecution", request -> {
            stopped = true;
            return JSON.createObjectNode();
        });
    }

    ObjectNode configuration() {
        return (ObjectNode) workgroup.get("Configuration");
    }

    /** What the next looks at a query show, one after the other; the last is shown for ever. */
    ScriptedAthena then(String state, long scanned) {
        return then(state, scanned, execution -> execution);
    }

    ScriptedAthena then(String state, long scanned, UnaryOperator<ObjectNode> more) {
        ObjectNode execution = JSON.createObjectNode().put("WorkGroup", "primary");
        execution.putObject("Status").put("State", state);
        execution.putObject("Statistics").put("DataScannedInBytes", scanned);
        states.add(more.apply(execution));
        return this;
    }

    /** Forgets what was written down of queries. */
    void clear() {
        states.clear();
    }

    /** The columns of the result, as names and types in turns. */
    ScriptedAthena columns(String... namesAndTypes) {
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            columns.put(namesAndTypes[i], namesAndTypes[i + 1]);
        }
        return this;
    }

    ScriptedAthena row(@Nullable String... values) {
        List<@Nullable String> row = new ArrayList<>();
        for (String value : values) {
            row.add(value);
        }
        rows.add(row);
        return this;
    }

    /** Where the result's file is. */
    ScriptedAthena output(String place) {
        output = place;
        return this;
    }

    /** How many queries were started: replies that were lost and asked for again count once. */
    int queries() {
        return ids.size();
    }

    private JsonNode start(JsonNode request) {
        starts.add(request);
        String token = request.get("ClientRequestToken").asText();
        String id = ids.computeIfAbsent(token, next -> "query-" + (ids.size() + 1));
        return JSON.createObjectNode().put("QueryExecutionId", id);
    }

    private JsonNode look(JsonNode request) {
        ObjectNode execution = states.size() > 1 ? states.remove() : states.getFirst();
        execution.set("QueryExecutionId", request.get("QueryExecutionId"));
        if (stopped) {
            ((ObjectNode) execution.get("Status")).put("State", "CANCELLED");
        }
        if (!output.isEmpty()) {
            execution.putObject("ResultConfiguration").put("OutputLocation", output);
        }
        return JSON.createObjectNode().set("QueryExecution", execution);
    }

    private JsonNode page(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode set = answer.putObject("ResultSet");
        ArrayNode infos = set.putObject("ResultSetMetadata").putArray("ColumnInfo");
        columns.forEach((name, type) ->
                infos.addObject().put("Name", name).put("Label", name).put("Type", type));
        List<List<@Nullable String>> all = new ArrayList<>();
        all.add(new ArrayList<>(columns.keySet()));
        all.addAll(rows);
        int from = request.path("NextToken").asInt(0);
        int to = Math.min(all.size(), from + request.get("MaxResults").asInt());
        ArrayNode page = set.putArray("Rows");
        all.subList(from, to).forEach(row -> {
            ArrayNode data = page.addObject().putArray("Data");
            row.forEach(value -> {
                ObjectNode datum = data.addObject();
                if (value != null) {
                    datum.put("VarCharValue", value);
                }
            });
        });
        if (to < all.size()) {
            answer.put("NextToken", String.valueOf(to));
        }
        return answer;
    }

    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_ATHENA",
                service.url(),
                "AWS_ACCESS_KEY_ID",
                "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "AWS_REGION",
                "us-east-1");
    }

    @Override
    public void close() {
        service.close();
    }
}
