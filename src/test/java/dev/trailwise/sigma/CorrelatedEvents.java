package dev.trailwise.sigma;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events of an hour whose fields have few different values, some of them absent, and some events delivered twice. */
public final class CorrelatedEvents {
    static final List<String> NAMES = List.of("GetObject", "PutObject", "DeleteTrail", "CreateUser");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant START = Instant.parse("2026-10-10T12:00:00Z");
    private static final List<String> ADDRESSES = List.of("10.0.0.1", "10.0.0.2", "2001:db8::1");
    private static final List<String> USERS = List.of("alice", "Alice", "1:x", "é\n\"2:'");
    private static final List<String> NUMBERS = List.of("1", "2", "2.0", "-3", "10.5", "no number", "1e3");

    private final Random random;

    public CorrelatedEvents(long seed) {
        this.random = new Random(seed);
    }

    public List<ObjectNode> events(int count) {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectNode event = event(i);
            events.add(event);
            if (random.nextInt(15) == 0) {
                events.add(event);
            }
        }
        return events;
    }

    private ObjectNode event(int number) {
        ObjectNode event = JSON.createObjectNode();
        event.put("eventVersion", "1.11")
                .put("eventID", "event-" + number)
                .put("eventTime", START.plusSeconds(random.nextInt(180) * 20L).toString())
                .put("eventSource", "s3.amazonaws.com")
                .put("eventName", pick(NAMES));
        if (random.nextInt(6) > 0) {
            event.put("sourceIPAddress", pick(ADDRESSES));
        }
        if (random.nextInt(3) == 0) {
            event.put("errorCode", "AccessDenied");
        }
        ObjectNode identity = event.putObject("userIdentity");
        if (random.nextInt(6) > 0) {
            identity.put("userName", pick(USERS));
        }
        ObjectNode request = event.putObject("requestParameters");
        if (random.nextInt(5) > 0) {
            request.put("size", pick(NUMBERS));
        }
        ArrayNode items = request.putArray("items");
        for (int i = random.nextInt(4); i > 0; i--) {
            ObjectNode item = items.addObject();
            switch (random.nextInt(6)) {
                case 0 -> item.putNull("name");
                case 1 -> item.put("name", random.nextInt(2));
                default -> item.put("name", pick(USERS));
            }
        }
        if (random.nextBoolean()) {
            ArrayNode resources = event.putArray("resources");
            for (int i = random.nextInt(3); i > 0; i--) {
                resources.addObject().put("ARN", pick(USERS));
            }
        }
        return event;
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
