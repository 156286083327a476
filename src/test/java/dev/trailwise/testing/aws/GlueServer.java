package dev.trailwise.testing.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.table.ProjectedTable;
import dev.trailwise.table.TableRendering;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A Glue catalog in this process, behind its real wire protocol. */
public final class GlueServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 100;

    private final JsonService service = new JsonService();
    private final Map<String, Map<String, ObjectNode>> databases = new ConcurrentHashMap<>();

    /** An empty catalog. */
    public GlueServer() {
        service.on("GetDatabase", request -> {
            tables(request.path("Name").asText());
            return JSON.createObjectNode()
                    .set("Database", JSON.createObjectNode().set("Name", request.path("Name")));
        });
        service.on("CreateDatabase", request -> {
            String name = request.at("/DatabaseInput/Name").asText();
            if (databases.putIfAbsent(name, new TreeMap<>()) != null) {
                throw new JsonService.Refused(400, "AlreadyExistsException", "Database already exists.");
            }
            return JSON.createObjectNode();
        });
        service.on("DeleteDatabase", request -> {
            tables(request.path("Name").asText());
            databases.remove(request.path("Name").asText());
            return JSON.createObjectNode();
        });
        service.on("GetTables", request -> {
            ObjectNode answer = JSON.createObjectNode();
            tables(request.path("DatabaseName").asText()).values().forEach(answer.putArray("TableList")::add);
            return answer;
        });
        service.on("GetTable", request -> JSON.createObjectNode().set("Table", table(request)));
        service.on("GetPartitions", this::partitions);
        service.on("CreateTable", this::createTable);
        service.on("UpdateTable", this::updateTable);
        service.on("DeleteTable", request -> {
            table(request);
            tables(request.path("DatabaseName").asText())
                    .remove(request.path("Name").asText());
            return JSON.createObjectNode();
        });
    }

    /** The service, for injecting faults and seeing calls. */
    public JsonService service() {
        return service;
    }

    /** The table as the catalog holds it, to be read and changed. */
    public ObjectNode held(String database, String table) {
        return databases.getOrDefault(database, Map.of()).getOrDefault(table, JSON.createObjectNode());
    }

    /** Whether there is such a database. */
    public boolean holds(String database) {
        return databases.containsKey(database);
    }

    /** Puts a table there as somebody else would. */
    public void put(String database, String table) {
        ObjectNode node = JSON.createObjectNode();
        node.put("Name", table).put("DatabaseName", database).put("VersionId", "0");
        databases.computeIfAbsent(database, name -> new TreeMap<>()).put(table, node);
    }

    /** Has a table of ours, with its database. */
    public GlueServer put(ProjectedTable table) {
        try {
            JsonNode request = JSON.readTree(TableRendering.GLUE.of(table));
            databases.putIfAbsent(table.name().database(), new TreeMap<>());
            createTable(request);
            return this;
        } catch (JsonProcessingException | JsonService.Refused impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Adds a partition to a table. */
    public void addPartition(String database, String table, String location) {
        ObjectNode partition = JSON.createObjectNode();
        partition.putObject("StorageDescriptor").put("Location", location);
        held(database, table).withArray("partitions").add(partition);
    }

    /** Short pages, so that whoever asks has to ask again. */
    private JsonNode partitions(JsonNode request) throws JsonService.Refused {
        JsonNode all = table(identity(request.get("DatabaseName"), request.get("TableName")))
                .path("partitions");
        int from = request.path("NextToken").asInt(0);
        int to = Math.min(
                all.size(), from + Math.min(PAGE, request.path("MaxResults").asInt(PAGE)));
        ObjectNode answer = JSON.createObjectNode();
        for (int at = from; at < to; at++) {
            answer.withArray("Partitions").add(all.get(at));
        }
        return to < all.size() ? answer.put("NextToken", String.valueOf(to)) : answer;
    }

    private JsonNode createTable(JsonNode request) throws JsonService.Refused {
        Map<String, ObjectNode> tables = tables(request.path("DatabaseName").asText());
        ObjectNode table = request.get("TableInput").deepCopy();
        table.set("DatabaseName", request.get("DatabaseName"));
        table.put("VersionId", "0").put("CreateTime", 1.7e9);
        if (tables.putIfAbsent(table.get("Name").asText(), table) != null) {
            throw new JsonService.Refused(400, "AlreadyExistsException", "Table already exists.");
        }
        return JSON.createObjectNode();
    }

    private JsonNode updateTable(JsonNode request) throws JsonService.Refused {
        ObjectNode there = table(identity(request.get("DatabaseName"), request.at("/TableInput/Name")));
        int version = there.path("VersionId").asInt();
        if (request.hasNonNull("VersionId") && request.get("VersionId").asInt() != version) {
            throw new JsonService.Refused(400, "ConcurrentModificationException", "Update table failed.");
        }
        ObjectNode table = request.get("TableInput").deepCopy();
        table.set("DatabaseName", request.get("DatabaseName"));
        table.put("VersionId", String.valueOf(version + 1));
        tables(request.path("DatabaseName").asText()).put(table.get("Name").asText(), table);
        return JSON.createObjectNode();
    }

    private static ObjectNode identity(JsonNode database, JsonNode table) {
        ObjectNode identity = JSON.createObjectNode();
        identity.set("DatabaseName", database);
        identity.set("Name", table);
        return identity;
    }

    private Map<String, ObjectNode> tables(String database) throws JsonService.Refused {
        Map<String, ObjectNode> tables = databases.get(database);
        if (tables == null) {
            throw new JsonService.Refused(400, "EntityNotFoundException", "Database " + database + " not found.");
        }
        return tables;
    }

    private ObjectNode table(JsonNode request) throws JsonService.Refused {
        ObjectNode table = tables(request.path("DatabaseName").asText())
                .get(request.path("Name").asText());
        if (table == null) {
            throw new JsonService.Refused(400, "EntityNotFoundException", "Entity Not Found");
        }
        return table;
    }

    /** The environment of a program that is to use this catalog. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_GLUE",
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
