package dev.trailwise.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events with few different values, and with all that is odd about them. */
public final class RandomEvents {
    static final List<String> NAMES =
            List.of("CreateUser", "createUser", "DeleteTrail", "PutObject", "GetObject", "Listé", "RunInstances");

    /** Texts that are alike but for case, and those that SQL, LIKE, JSON or regular expressions write otherwise. */
    static final List<String> TEXTS = List.of(
            "alpha",
            "ALPHA",
            "Alpha-beta",
            "al_ha",
            "al%ha",
            "a*b",
            "a?b",
            "a\\b",
            "a\\*b",
            "it's",
            "say \"x\"",
            "",
            " ",
            "ÉCOLE",
            "école",
            "Straße",
            "İi",
            "ΣΑΣ",
            "two\nlines",
            "💡 idea",
            "-x /y –z",
            "cmd -enc",
            "Y21kIC1lbmM=",
            "xxY21kIC1lbmMyy",
            "null",
            "true",
            "false",
            "80",
            "443",
            "8.5",
            "1e3",
            "NaN",
            "10.1.2.3",
            "10.200.0.1",
            "192.168.0.7",
            "2001:db8::1",
            "fe80::1",
            "AWS Internal",
            "ec2.amazonaws.com",
            "2026-10-05T07:08:09Z",
            "2026-12-31",
            "2026-10-05T23:59:59+02:00",
            "not a date",
            "arn:aws:iam::111122223333:user/alice");

    static final List<String> FIELDS = List.of(
            "eventSource",
            "errorCode",
            "errorMessage",
            "userAgent",
            "sourceIPAddress",
            "readOnly",
            "userIdentity.type",
            "userIdentity.userName",
            "userIdentity.arn",
            "userIdentity.sessionContext.attributes.mfaAuthenticated",
            "userIdentity.sessionContext.sessionIssuer.userName",
            "userIdentity.sessionContext.webIdFederationData.attributes.app",
            "resources.ARN",
            "resources.type",
            "tlsDetails.tlsVersion",
            "requestParameters",
            "responseElements",
            "requestParameters.userName",
            "requestParameters.fromPort",
            "requestParameters.enable",
            "requestParameters.x-key",
            "requestParameters.items.name",
            "requestParameters.items.deep.list",
            "requestParameters.policy",
            "responseElements.result.state",
            "additionalEventData.MFAUsed",
            "serviceEventDetails.x",
            "noSuchField",
            "userIdentity.noSuchField");

    private static final JsonMapper JSON = new JsonMapper();

    private final Random random;

    public RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    public List<ObjectNode> events(int count) {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(i));
        }
        return events;
    }

    private ObjectNode event(int number) {
        ObjectNode event = JSON.createObjectNode();
        event.put("eventVersion", "1.11").put("eventID", "event-" + number).put("eventTime", "2026-10-10T12:00:00Z");
        event.put("eventName", pick(NAMES));
        for (String field : List.of("eventSource", "errorCode", "errorMessage", "userAgent", "sourceIPAddress")) {
            maybe(event, field);
        }
        if (random.nextBoolean()) {
            event.put("readOnly", random.nextBoolean());
        }
        ObjectNode identity = event.putObject("userIdentity");
        for (String field : List.of("type", "userName", "arn")) {
            maybe(identity, field);
        }
        if (random.nextBoolean()) {
            ObjectNode session = identity.putObject("sessionContext");
            maybe(session.putObject("attributes"), "mfaAuthenticated");
            maybe(session.putObject("sessionIssuer"), "userName");
            maybe(session.putObject("webIdFederationData").putObject("attributes"), "app");
        }
        if (random.nextBoolean()) {
            ArrayNode resources = event.putArray("resources");
            for (int i = random.nextInt(3); i > 0; i--) {
                ObjectNode resource = resources.addObject();
                maybe(resource, "ARN");
                maybe(resource, "type");
            }
        }
        if (random.nextBoolean()) {
            maybe(event.putObject("tlsDetails"), "tlsVersion");
        }
        document(event, "requestParameters");
        document(event, "responseElements");
        if (random.nextBoolean()) {
            maybe(event.putObject("additionalEventData"), "MFAUsed");
        }
        if (random.nextInt(4) == 0) {
            event.putObject("serviceEventDetails").set("x", any(2));
        }
        return event;
    }

    private void document(ObjectNode event, String name) {
        if (random.nextInt(5) == 0) {
            event.putNull(name);
            return;
        }
        ObjectNode document = event.putObject(name);
        for (String key : List.of("userName", "fromPort", "enable", "x-key", "policy")) {
            if (random.nextInt(3) > 0) {
                document.set(key, any(2));
            }
        }
        ArrayNode items = document.putArray("items");
        for (int i = random.nextInt(3); i > 0; i--) {
            ObjectNode item = items.addObject();
            item.set("name", any(1));
            item.putObject("deep").set("list", any(2));
        }
        document.putObject("result").set("state", any(1));
    }

    private void maybe(ObjectNode object, String key) {
        switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> object.putNull(key);
            default -> object.put(key, pick(TEXTS));
        }
    }

    /** A value of JSON. Lists directly in lists are not taken apart, and not made. */
    private JsonNode any(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 2 -> JSON.getNodeFactory().numberNode(List.of(80, 443, -1, 0).get(random.nextInt(4)));
            case 8 -> {
                ArrayNode list = JSON.createArrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    JsonNode element = any(depth - 1);
                    list.add(element.isArray() ? JSON.nullNode() : element);
                }
                yield list;
            }
            case 9 -> JSON.createObjectNode().<ObjectNode>set(pick(List.of("k", "name")), any(depth - 1));
            default -> JSON.getNodeFactory().textNode(pick(TEXTS));
        };
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
