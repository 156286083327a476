package dev.trailwise.testing.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CloudTrail's calls about trails in this process, behind their real wire protocol, for an account in us-east-1. A trail
 * is what its calls answer, in the JSON of CloudTrail's API.
 */
public final class TrailServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "us-east-1";

    private final JsonService service = new JsonService();
    private final Map<String, Answers> trails = new LinkedHashMap<>();

    private record Answers(ObjectNode trail, JsonNode status, JsonNode selectors, JsonNode insights) {}

    /** Starts without a trail. */
    public TrailServer() {
        service.on("DescribeTrails", this::describe)
                .on("ListTrails", request -> list())
                .on("GetTrailStatus", request -> of(request, "Name").status())
                .on("GetEventSelectors", request -> of(request, "TrailName").selectors())
                .on("GetInsightSelectors", request -> insights(of(request, "TrailName")));
    }

    /**
     * Adds a trail.
     *
     * @param home the Region of its ARN
     * @param trail members of {@code Trail}
     * @param status the answer of GetTrailStatus
     * @param selectors the answer of GetEventSelectors
     * @param insights the answer of GetInsightSelectors; an empty object while Insights are off
     */
    public TrailServer trail(String name, String home, String trail, String status, String selectors, String insights) {
        String arn = "arn:aws:cloudtrail:" + home + ":111122223333:trail/" + name;
        ObjectNode described = ((ObjectNode) json(trail))
                .put("Name", name)
                .put("TrailARN", arn)
                .put("HomeRegion", home);
        trails.put(arn, new Answers(described, json(status), json(selectors), json(insights)));
        return this;
    }

    /** The endpoint, to make calls fail. */
    public JsonService service() {
        return service;
    }

    private JsonNode describe(JsonNode request) {
        JsonNode names = request.path("trailNameList");
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("trailList");
        trails.forEach((arn, trail) -> {
            boolean seen = names.isEmpty()
                    ? trail.trail().path("HomeRegion").asText().equals(HERE)
                            || trail.trail().path("IsMultiRegionTrail").asBoolean()
                    : names.toString().contains('"' + arn + '"');
            if (seen) {
                list.add(trail.trail());
            }
        });
        return answer;
    }

    private JsonNode list() {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("Trails");
        trails.forEach((arn, trail) -> list.addObject()
                .put("TrailARN", arn)
                .put("Name", trail.trail().path("Name").asText())
                .put("HomeRegion", trail.trail().path("HomeRegion").asText()));
        return answer;
    }

    private static JsonNode insights(Answers trail) throws JsonService.Refused {
        if (trail.insights().isEmpty()) {
            throw new JsonService.Refused(400, "InsightNotEnabledException", "Insights are not enabled");
        }
        return trail.insights();
    }

    private Answers of(JsonNode request, String member) throws JsonService.Refused {
        Answers trail = trails.get(request.path(member).asText());
        if (trail == null) {
            throw new JsonService.Refused(400, "TrailNotFoundException", request.toString());
        }
        return trail;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException(invalid);
        }
    }

    /** The environment of a program that is to use it. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_CLOUDTRAIL",
                service.url(),
                "AWS_ACCESS_KEY_ID",
                "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "AWS_REGION",
                HERE);
    }

    @Override
    public void close() {
        service.close();
    }
}
