package dev.trailwise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Logs of events about credentials, written for a test. */
final class CredentialLogs {
    static final String ACCOUNT = "111122223333";

    private final List<String> events = new ArrayList<>();

    /** How many events there are. */
    int size() {
        return events.size();
    }

    static String user(String name, String key) {
        return "{\"type\":\"IAMUser\",\"userName\":\"" + name + "\",\"arn\":\"arn:aws:iam::" + ACCOUNT + ":user/" + name
                + "\",\"accountId\":\"" + ACCOUNT + "\""
                + (key.isEmpty() ? "" : ",\"accessKeyId\":\"" + key + "\"") + "}";
    }

    static String role(String role, String session, String key) {
        return "{\"type\":\"AssumedRole\",\"principalId\":\"AROAX:" + session + "\",\"arn\":\"arn:aws:sts::" + ACCOUNT
                + ":assumed-role/" + role + "/" + session + "\",\"accountId\":\"" + ACCOUNT + "\",\"accessKeyId\":\""
                + key + "\",\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\",\"arn\":\"arn:aws:iam::" + ACCOUNT
                + ":role/" + role + "\",\"userName\":\"" + role + "\"}}}";
    }

    static String service(String name) {
        return "{\"type\":\"AWSService\",\"invokedBy\":\"" + name + "\"}";
    }

    static String issued(String key) {
        return "\"responseElements\":{\"credentials\":{\"accessKeyId\":\"" + key + "\"}}";
    }

    /** A call at the next second; {@code more} is members of its record. */
    CredentialLogs event(String identity, String action, boolean read, String... more) {
        int number = events.size();
        String[] parts = action.split(":");
        events.add("{\"eventVersion\":\"1.11\",\"eventID\":\"00000000-0000-0000-0000-" + String.format("%012d", number)
                + "\",\"eventTime\":\"2026-10-10T"
                + String.format("%02d:%02d:%02d", number / 3600, number / 60 % 60, number % 60)
                + "Z\",\"userIdentity\":" + identity + ",\"eventSource\":\"" + parts[0]
                + ".amazonaws.com\",\"eventName\":\"" + parts[1] + "\",\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":"
                + "\"203.0.113.7\",\"readOnly\":" + read + ",\"recipientAccountId\":\"" + ACCOUNT + "\""
                + (more.length == 0 ? "" : "," + String.join(",", more)) + "}");
        return this;
    }

    /** Writes them to a folder of logs. */
    void write(Path folder) throws IOException {
        Path file = folder.resolve("logs/AWSLogs/" + ACCOUNT + "/CloudTrail/us-east-1/2026/10/10/" + ACCOUNT
                + "_CloudTrail_us-east-1_20261010T1205Z_0123456789abcdef.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"Records\":[" + String.join(",\n", events) + "]}");
    }
}
