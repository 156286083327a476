package dev.trailwise.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A few events, and detections of the test, to hunt in. */
abstract class HuntCase {
    private static final String ALICE = "\"userIdentity\":{\"type\":\"IAMUser\",\"userName\":\"alice\","
            + "\"arn\":\"arn:aws:iam::111122223333:user/alice\",\"accountId\":\"111122223333\"}";

    @TempDir
    Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        Path file = folder.resolve("logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
                + "111122223333_CloudTrail_us-east-1_20261010T1205Z_0123456789abcdef.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"Records\":["
                        + event("a1", "2026-10-10T12:00:00Z", "s3", "ListBuckets", "{}") + ","
                        + event("a2", "2026-10-10T12:01:00Z", "cloudtrail", "DeleteTrail", "{\"name\":\"main\"}") + ","
                        + event(
                                "a3",
                                "2026-10-10T12:02:00Z",
                                "cloudtrail",
                                "StopLogging",
                                "{\"name\":\"\\u001b[31mred\"}")
                        + "]}");
        own("trail-gone", "critical", "SELECT eventid FROM cloudtrail WHERE eventname = 'DeleteTrail'");
        own("who-lists", "low", "SELECT eventid FROM cloudtrail WHERE action = 's3:ListBuckets' ORDER BY eventtime");
        own(
                "busy",
                "medium",
                "SELECT principal, count(*) AS calls, min(eventtime) AS first_seen FROM cloudtrail GROUP BY 1 HAVING"
                        + " count(*) > 2");
        own(
                "any-of",
                "medium",
                "SELECT eventid FROM cloudtrail WHERE eventname IN (:names)",
                "parameters:\n  names: {type: event-name, list: true, default: [StopLogging]}\n");
    }

    final Shell.Result hunt(String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "hunt";
        words[1] = "--logs";
        words[2] = "logs";
        System.arraycopy(more, 0, words, 3, more.length);
        return new Shell(folder).run(words);
    }

    final void own(String name, String level, String sql, String... matter) throws IOException {
        Path file = folder.resolve("queries/own/" + name + ".sql");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "/*---\ntitle: The detection " + name + "\nkind: detection\nlevel: " + level
                        + "\nfalse_positives: When testing.\n" + String.join("", matter) + "---*/\n" + sql + "\n");
        Files.writeString(folder.resolve("trailwise.yaml"), "queries: queries\n");
    }

    static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }

    static String event(String id, String time, String service, String name, String request) {
        return "{\"eventVersion\":\"1.08\",\"eventTime\":\"" + time + "\",\"eventID\":\"" + id + "\",\"eventName\":\""
                + name
                + "\",\"eventSource\":\"" + service + ".amazonaws.com\",\"awsRegion\":\"us-east-1\","
                + "\"recipientAccountId\":\"111122223333\",\"requestParameters\":" + request + "," + ALICE + "}";
    }
}
