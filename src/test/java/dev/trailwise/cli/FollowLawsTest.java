package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is followed in random chains is what somebody finds who reads the events one by one. */
class FollowLawsTest {
    @TempDir
    Path folder;

    /** One event: who signed it, what it gave. Empty where it has none. */
    private record Event(String user, String key, String given, String made, boolean read, boolean denied) {}

    private final List<Event> events = new ArrayList<>();
    private final CredentialLogs logs = new CredentialLogs();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_random_chain_is_followed_to_its_ends(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> keys = random(random);
        logs.write(folder);
        for (int i = 0; i < 1; i++) {
            String start = keys.get(random.nextInt(keys.size()));
            Shell.Result result = new Shell(folder)
                    .run(
                            "follow",
                            start,
                            "--logs",
                            "logs",
                            "--all-time",
                            "--format",
                            "json",
                            "--max-steps",
                            "50",
                            "--quiet")
                    .succeeded();
            Map<String, String> found = new TreeMap<>();
            for (JsonNode credential : new ObjectMapper().readTree(result.out()).get("credentials")) {
                if (credential.get("kind").asText().equals("key")) {
                    for (JsonNode key : credential.get("access_keys")) {
                        found.put(
                                key.asText(),
                                credential.get("reads") + " " + credential.get("writes") + " "
                                        + credential.get("denied") + " from " + origins(credential));
                    }
                }
            }
            assertThat(found).as("seed %d, start %s", seed, start).isEqualTo(read(start));
        }
    }

    private static Set<String> origins(JsonNode credential) {
        Set<String> origins = new TreeSet<>();
        credential
                .get("origins")
                .forEach(origin -> origins.add(origin.get("credential").asText().replace("key ", "")));
        return origins;
    }

    private List<String> random(Random random) {
        List<String> keys = new ArrayList<>();
        Map<String, String> owner = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            String key = String.format("AKIA%016d", i);
            owner.put(key, "u" + i);
            keys.add(key);
        }
        for (int i = 0; i < 60; i++) {
            String key = keys.get(random.nextInt(keys.size()));
            String user = owner.getOrDefault(key, "");
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    boolean again = random.nextInt(6) == 0;
                    String given = again ? keys.get(random.nextInt(keys.size())) : String.format("ASIA%016d", i);
                    if (given.startsWith("ASIA")) {
                        owner.putIfAbsent(given, "");
                        keys.add(given);
                        add(user, key, given, "", true, false);
                    }
                }
                case 2 -> {
                    String made = "u" + (6 + random.nextInt(4));
                    String given = String.format("AKIA%016d", 100 + i);
                    owner.put(given, made);
                    keys.add(given);
                    add(user, key, given, "", false, false);
                }
                case 3 -> add(user, key, "", "u" + (6 + random.nextInt(4)), false, false);
                default -> add(user, key, "", "", random.nextBoolean(), random.nextInt(4) == 0);
            }
        }
        return keys.stream().distinct().toList();
    }

    private void add(String user, String key, String given, String made, boolean read, boolean denied) {
        events.add(new Event(user, key, given, made, read, denied));
        String who = user.isEmpty() ? CredentialLogs.role("r", "s" + key, key) : CredentialLogs.user(user, key);
        if (!given.isEmpty()) {
            if (read) {
                logs.event(who, "sts:AssumeRole", true, CredentialLogs.issued(given));
            } else {
                logs.event(
                        who,
                        "iam:CreateAccessKey",
                        false,
                        "\"responseElements\":{\"accessKey\":{\"accessKeyId\":\"" + given + "\"}}");
            }
        } else if (!made.isEmpty()) {
            logs.event(who, "iam:CreateUser", false, "\"requestParameters\":{\"userName\":\"" + made + "\"}");
        } else if (denied) {
            logs.event(who, "iam:CreateUser", read, "\"errorCode\":\"AccessDenied\"");
        } else {
            logs.event(who, read ? "s3:GetObject" : "s3:PutObject", read);
        }
    }

    /** The keys that belong to the chain, each with its counts and what gave it. */
    private Map<String, String> read(String start) {
        Set<String> down = new HashSet<>(Set.of(start));
        Set<String> up = new HashSet<>(Set.of(start));
        Set<String> downUsers = new HashSet<>();
        Set<String> upUsers = new HashSet<>();
        int before;
        do {
            before = down.size() + up.size() + downUsers.size() + upUsers.size();
            for (Event event : events) {
                if (downUsers.contains(event.user())) {
                    down.add(event.key());
                    up.add(event.key());
                }
                if (up.contains(event.key()) && !event.user().isEmpty()) {
                    upUsers.add(event.user());
                }
                if (down.contains(event.key())) {
                    keep(down, event.given());
                    keep(downUsers, event.made());
                }
                if (up.contains(event.given()) || upUsers.contains(event.made())) {
                    up.add(event.key());
                }
            }
        } while (before != down.size() + up.size() + downUsers.size() + upUsers.size());
        Map<String, String> keys = new TreeMap<>();
        Set<String> all = new HashSet<>(down);
        all.addAll(up);
        for (String key : all) {
            int reads = 0;
            int writes = 0;
            int denied = 0;
            Set<String> from = new TreeSet<>();
            for (Event event : events) {
                if (event.given().equals(key) && !event.key().equals(key)) {
                    from.add(event.key());
                }
                if (event.key().equals(key)) {
                    denied += event.denied() ? 1 : 0;
                    reads += !event.denied() && event.read() ? 1 : 0;
                    writes += !event.denied() && !event.read() ? 1 : 0;
                }
            }
            from.removeIf(one -> !all.contains(one));
            keys.put(key, reads + " " + writes + " " + denied + " from " + from);
        }
        return keys;
    }

    private static void keep(Set<String> set, String value) {
        if (!value.isEmpty()) {
            set.add(value);
        }
    }
}
