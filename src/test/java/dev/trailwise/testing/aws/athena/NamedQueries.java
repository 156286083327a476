package dev.trailwise.testing.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.testing.aws.JsonService.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The named queries of an account, with Athena's limits. */
final class NamedQueries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> queries = new LinkedHashMap<>();

    void serve(JsonService service) {
        service.on("CreateNamedQuery", this::create);
        service.on("UpdateNamedQuery", this::update);
        service.on("DeleteNamedQuery", request -> {
            held(request);
            queries.remove(id(request));
            return JSON.createObjectNode();
        });
        service.on("GetNamedQuery", request -> JSON.createObjectNode().set("NamedQuery", held(request)));
        service.on("ListNamedQueries", this::list);
        service.on("BatchGetNamedQuery", this::batch);
    }

    List<ObjectNode> all() {
        return List.copyOf(queries.values());
    }

    String put(String workgroup, String name, String description, String sql) {
        String id = UUID.randomUUID().toString();
        ObjectNode query = JSON.createObjectNode();
        query.put("NamedQueryId", id).put("Name", name).put("Database", "security");
        query.put("Description", description).put("QueryString", sql).put("WorkGroup", workgroup);
        queries.put(id, query);
        return id;
    }

    private JsonNode create(JsonNode request) throws Refused {
        check(request, "Name", 1, 128);
        check(request, "Database", 1, 255);
        check(request, "QueryString", 1, 262_144);
        if (request.hasNonNull("Description")) {
            check(request, "Description", 1, 1024);
        }
        String id = put(
                request.path("WorkGroup").asText("primary"),
                request.path("Name").asText(),
                request.path("Description").asText(),
                request.path("QueryString").asText());
        return JSON.createObjectNode().put("NamedQueryId", id);
    }

    private JsonNode update(JsonNode request) throws Refused {
        check(request, "Name", 1, 128);
        check(request, "QueryString", 1, 262_144);
        ObjectNode query = held(request);
        for (String field : List.of("Name", "Description", "QueryString")) {
            if (request.has(field)) {
                query.set(field, request.get(field));
            }
        }
        return JSON.createObjectNode();
    }

    private static void check(JsonNode request, String field, int least, int most) throws Refused {
        String value = request.path(field).asText();
        int length = field.equals("QueryString") ? value.getBytes(StandardCharsets.UTF_8).length : value.length();
        if (length < least || length > most) {
            throw AthenaServer.invalid(
                    "Value at '" + field + "' failed to satisfy constraint: length between " + least + " and " + most);
        }
    }

    private JsonNode list(JsonNode request) throws Refused {
        int most = request.path("MaxResults").asInt(50);
        if (most > 50) {
            throw AthenaServer.invalid("MaxResults is more than maximum allowed length 50.");
        }
        List<String> ids = new ArrayList<>();
        queries.values().stream()
                .filter(query -> query.path("WorkGroup")
                        .asText()
                        .equals(request.path("WorkGroup").asText("primary")))
                .forEach(query -> ids.add(query.path("NamedQueryId").asText()));
        int start = request.path("NextToken").asInt(0);
        int end = Math.min(ids.size(), start + most);
        ObjectNode answer = JSON.createObjectNode();
        ids.subList(start, end).forEach(answer.putArray("NamedQueryIds")::add);
        if (end < ids.size()) {
            answer.put("NextToken", String.valueOf(end));
        }
        return answer;
    }

    private JsonNode batch(JsonNode request) throws Refused {
        if (request.path("NamedQueryIds").size() > 50) {
            throw AthenaServer.invalid("more than 50 ids");
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("NamedQueries");
        ArrayNode missing = answer.putArray("UnprocessedNamedQueryIds");
        for (JsonNode id : request.path("NamedQueryIds")) {
            if (queries.containsKey(id.asText())) {
                found.add(queries.get(id.asText()));
            } else {
                missing.addObject().put("NamedQueryId", id.asText()).put("ErrorCode", "INVALID_INPUT");
            }
        }
        return answer;
    }

    private ObjectNode held(JsonNode request) throws Refused {
        ObjectNode query = queries.get(id(request));
        if (query == null) {
            throw AthenaServer.invalid("NamedQuery " + id(request) + " was not found");
        }
        return query;
    }

    private static String id(JsonNode request) {
        return request.path("NamedQueryId").asText();
    }
}
