package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.testing.aws.GlueServer;
import dev.trailwise.testing.aws.JsonService;
import dev.trailwise.testing.aws.S3Server;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code table policy} prints, compared with the calls that the services get. */
class TablePolicyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "/CloudTrail/us-east-1/2026/10/01/x.json.gz";

    @TempDir
    Path folder;

    @TempDir
    Path buckets;

    @Test
    void the_policy_to_create_tables_allows_exactly_the_calls_of_init_and_of_the_table_commands() throws Exception {
        try (S3Server s3 = new S3Server(buckets);
                GlueServer glue = new GlueServer();
                JsonService cloudTrail = new JsonService();
                JsonService athena = new JsonService()) {
            s3.bucket("my-logs", "AWSLogs/o-exampleorg1/111122223333" + FILE);
            s3.bucket("results");
            JsonNode trails = JSON.readTree("{\"trailList\": [{\"Name\": \"all\", \"S3BucketName\": \"my-logs\","
                    + " \"TrailARN\": \"arn:aws:cloudtrail:us-east-1:111122223333:trail/all\","
                    + " \"IsOrganizationTrail\": true, \"IsMultiRegionTrail\": true}]}");
            cloudTrail
                    .on("DescribeTrails", request -> trails)
                    .on("ListTrails", request -> JSON.createObjectNode())
                    .on("GetEventSelectors", request -> JSON.createObjectNode());
            athena.on("GetWorkGroup", request -> workgroup());
            Shell shell = new Shell(folder)
                    .with("AWS_ENDPOINT_URL_CLOUDTRAIL", cloudTrail.url())
                    .with("AWS_ENDPOINT_URL_ATHENA", athena.url());
            s3.environment().forEach(shell::with);
            glue.environment().forEach(shell::with);

            shell.run("init").succeeded();
            shell.run("table", "create").succeeded();
            s3.bucket("my-logs", "AWSLogs/o-exampleorg1/222233334444" + FILE);
            shell.run("table", "create", "--update").succeeded().printed("updated");
            shell.run("table", "show").succeeded();
            shell.run("table", "drop", "--yes").succeeded();
            String policy =
                    shell.run("table", "policy", "--for", "create").succeeded().out();

            SortedSet<String> called = new TreeSet<>();
            cloudTrail.calls().forEach(call -> called.add("cloudtrail:" + call));
            athena.calls().forEach(call -> called.add("athena:" + call));
            glue.service().calls().forEach(call -> called.add("glue:" + call));
            called.addAll(List.of("s3:ListBucket", "s3:GetBucketLocation"));
            assertThat(actions(policy)).isEqualTo(called);
        }
    }

    private static JsonNode workgroup() {
        ObjectNode workgroup = JSON.createObjectNode().put("Name", "primary").put("State", "ENABLED");
        workgroup.putObject("Configuration").putObject("ResultConfiguration").put("OutputLocation", "s3://results/");
        return JSON.createObjectNode().set("WorkGroup", workgroup);
    }

    private static SortedSet<String> actions(String policy) throws Exception {
        SortedSet<String> actions = new TreeSet<>();
        for (JsonNode statement : JSON.readTree(policy).path("Statement")) {
            statement.path("Action").forEach(action -> actions.add(action.asText()));
        }
        return actions;
    }
}
