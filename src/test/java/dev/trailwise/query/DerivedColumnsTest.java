package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.table.DerivedColumn;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that are expressions. The identities are those of AWS's documentation of userIdentity. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DerivedColumnsTest {
    private static final TableName LOGS = new TableName("security", "cloudtrail_logs");
    private static final Compiler COMPILER = new Compiler(Map.of(LOGS, Tables.EVENTS));

    private static final String ROLE = "{\"type\":\"AssumedRole\",\"principalId\":\"AROAIDPPEZS35WEXAMPLE:%s\","
            + "\"arn\":\"arn:aws:sts::123456789012:assumed-role/%s/%s\",\"accountId\":\"123456789012\","
            + "\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\",\"arn\":\"arn:aws:iam::123456789012:role/%s\","
            + "\"userName\":\"%s\"}}}";

    private final List<String> events = new ArrayList<>();
    private Answers answers;

    @BeforeAll
    void write(@TempDir Path logs) throws IOException {
        identities().forEach(identity -> event((String) identity.get()[0], "\"userIdentity\":" + identity.get()[1]));
        events().forEach(event -> event((String) event.get()[0], (String) event.get()[1]));
        Files.writeString(logs.resolve("events.json"), "{\"Records\":[" + String.join(",", events) + "]}");
        answers = Answers.of(logs);
    }

    @AfterAll
    void close() {
        answers.close();
    }

    private void event(String id, String fields) {
        events.add("{\"eventVersion\":\"1.08\",\"eventTime\":\"2026-11-01T10:00:00Z\",\"eventID\":\"" + id + "\","
                + fields + "}");
    }

    static Stream<Arguments> identities() {
        return Stream.of(
                Arguments.of(
                        "user",
                        "{\"type\":\"IAMUser\",\"principalId\":\"AIDAJ45Q7YFFAREXAMPLE\",\"arn\":\"arn:aws:iam::123456789012:user/alice\","
                                + "\"accountId\":\"123456789012\",\"accessKeyId\":\"AKIAIOSFODNN7EXAMPLE\",\"userName\":\"alice\"}",
                        List.of("arn:aws:iam::123456789012:user/alice", "user", "-", "-")),
                Arguments.of(
                        "role",
                        ROLE.formatted("deploy-7", "Deploy", "deploy-7", "Deploy", "Deploy"),
                        List.of(
                                "arn:aws:sts::123456789012:assumed-role/Deploy/deploy-7",
                                "role",
                                "deploy-7",
                                "arn:aws:iam::123456789012:role/Deploy")),
                Arguments.of(
                        "identity center session",
                        ROLE.formatted(
                                "bob@example.com",
                                "AWSReservedSSO_Admin_0a1b",
                                "bob@example.com",
                                "aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0a1b",
                                "AWSReservedSSO_Admin_0a1b"),
                        List.of(
                                "arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Admin_0a1b/bob@example.com",
                                "identity-center",
                                "bob@example.com",
                                "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0a1b")),
                Arguments.of(
                        "service role",
                        ROLE.formatted(
                                "AutoScaling",
                                "AWSServiceRoleForAutoScaling",
                                "AutoScaling",
                                "aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
                                "AWSServiceRoleForAutoScaling"),
                        List.of(
                                "arn:aws:sts::123456789012:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling",
                                "service-role",
                                "AutoScaling",
                                "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")),
                Arguments.of(
                        "root",
                        "{\"type\":\"Root\",\"principalId\":\"123456789012\",\"arn\":\"arn:aws:iam::123456789012:root\",\"accountId\":\"123456789012\"}",
                        List.of("arn:aws:iam::123456789012:root", "root", "-", "-")),
                Arguments.of(
                        "service",
                        "{\"type\":\"AWSService\",\"invokedBy\":\"ec2.amazonaws.com\"}",
                        List.of("ec2.amazonaws.com", "service", "-", "-")),
                Arguments.of(
                        "federated",
                        "{\"type\":\"FederatedUser\",\"principalId\":\"123456789012:carol\",\"arn\":\"arn:aws:sts::123456789012:federated-user/carol\","
                                + "\"accountId\":\"123456789012\",\"sessionContext\":{\"sessionIssuer\":{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::123456789012:user/alice\"}}}",
                        List.of(
                                "arn:aws:sts::123456789012:federated-user/carol",
                                "federated",
                                "carol",
                                "arn:aws:iam::123456789012:user/alice")),
                Arguments.of(
                        "saml",
                        "{\"type\":\"SAMLUser\",\"principalId\":\"SAMPLEkeynamequalifier:dan\",\"userName\":\"dan\",\"identityProvider\":\"SAMPLEkeynamequalifier\"}",
                        List.of("dan", "saml", "-", "-")),
                Arguments.of(
                        "web identity",
                        "{\"type\":\"WebIdentityUser\",\"principalId\":\"accounts.google.com:client:user\",\"userName\":\"user\",\"identityProvider\":\"accounts.google.com\"}",
                        List.of("user", "web-identity", "-", "-")),
                Arguments.of(
                        "identity center user",
                        "{\"type\":\"IdentityCenterUser\",\"accountId\":\"123456789012\",\"onBehalfOf\":{\"userId\":\"544894e8-80c1-707f-60e3-3ba6510dfac1\"}}",
                        List.of("544894e8-80c1-707f-60e3-3ba6510dfac1", "identity-center", "-", "-")),
                Arguments.of(
                        "other account",
                        "{\"type\":\"AWSAccount\",\"principalId\":\"AROAEXAMPLE:eve\",\"accountId\":\"999999999999\"}",
                        List.of("AROAEXAMPLE:eve", "account", "eve", "-")),
                Arguments.of(
                        "anonymous",
                        "{\"type\":\"AWSAccount\",\"principalId\":\"\",\"accountId\":\"anonymous\"}",
                        List.of("anonymous", "account", "-", "-")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("identities")
    void name_the_caller_whoever_it_is(String id, String identity, List<String> expected) {
        assertThat(row(id, "principal", "principal_type", "session_name", "issuer"))
                .isEqualTo(expected);
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        "attach",
                        "\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"AttachUserPolicy\",\"sourceIPAddress\":\"203.0.113.9\","
                                + "\"requestParameters\":{\"policyArn\":\"arn:aws:iam::aws:policy/AdministratorAccess\",\"userName\":\"mallory\"}",
                        List.of("iam", "iam:AttachUserPolicy", "success", "mallory", "false", "true")),
                Arguments.of(
                        "denied",
                        "\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":\"RunInstances\",\"sourceIPAddress\":\"10.1.2.3\","
                                + "\"errorCode\":\"Client.UnauthorizedOperation\",\"errorMessage\":\"You are not authorized\"",
                        List.of("ec2", "ec2:RunInstances", "denied", "-", "false", "false")),
                Arguments.of(
                        "throttled",
                        "\"eventSource\":\"ssm.amazonaws.com\",\"eventName\":\"GetParameter\",\"errorCode\":\"ThrottlingException\","
                                + "\"sourceIPAddress\":\"ssm.amazonaws.com\",\"requestParameters\":{\"name\":\"/db/password\"}",
                        List.of("ssm", "ssm:GetParameter", "throttled", "/db/password", "false", "false")),
                Arguments.of(
                        "failed",
                        "\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"GetBucketPolicy\",\"errorCode\":\"NoSuchBucketPolicy\","
                                + "\"requestParameters\":{\"bucketName\":\"logs\"}",
                        List.of("s3", "s3:GetBucketPolicy", "failed", "logs", "false", "false")),
                Arguments.of(
                        "sign-in",
                        "\"eventSource\":\"signin.amazonaws.com\",\"eventName\":\"ConsoleLogin\",\"eventType\":\"AwsConsoleSignIn\","
                                + "\"errorMessage\":\"Failed authentication\",\"sourceIPAddress\":\"2001:db8::1\"",
                        List.of("signin", "signin:ConsoleLogin", "failed", "-", "true", "true")),
                Arguments.of(
                        "first resource",
                        "\"eventSource\":\"kms.amazonaws.com\",\"eventName\":\"Decrypt\",\"sessionCredentialFromConsole\":\"true\","
                                + "\"resources\":[{\"ARN\":\"arn:aws:kms:us-east-1:123456789012:key/k\"}]",
                        List.of(
                                "kms",
                                "kms:Decrypt",
                                "success",
                                "arn:aws:kms:us-east-1:123456789012:key/k",
                                "true",
                                "false")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void say_what_was_done_to_what_and_how_it_ended(String id, String event, List<String> expected) {
        assertThat(row(id, "service", "action", "outcome", "target", "is_console", "is_public_ip"))
                .isEqualTo(expected);
    }

    @Test
    void are_no_columns_of_the_table() {
        assertThat(Tables.EVENTS.derived())
                .extracting(DerivedColumn::name)
                .doesNotHaveDuplicates()
                .noneMatch(name -> Tables.EVENTS.column(name).isPresent());
        assertThat(Tables.INSIGHTS.derived()).isEmpty();
    }

    @Test
    void are_added_where_a_query_names_them_and_nowhere_else() {
        assertThat(compiled("SELECT c.principal FROM cloudtrail c WHERE outcome = 'denied'"))
                .contains(" AS principal")
                .contains(" AS outcome")
                .doesNotContain(" AS issuer");
        assertThat(compiled("SELECT count(*) FROM cloudtrail a JOIN cloudtrail b USING (session_name)"))
                .contains(" AS session_name");
        assertThat(compiled("SELECT * FROM cloudtrail WHERE useridentity.accesskeyid = 'AKIA'"))
                .as("a field of a column, which is not the derived column of that name")
                .contains("(SELECT * FROM \"security\"");
        assertThat(compiled("SELECT useridentity.arn AS principal, 'outcome' FROM cloudtrail"))
                .as("a name that the query gives, and a text")
                .contains("(SELECT * FROM \"security\"");
    }

    @Test
    void can_be_grouped_by_and_compared_in_every_part_of_a_query() {
        assertThat(rows(
                        "WITH c AS (SELECT * FROM cloudtrail WHERE outcome <> 'success') SELECT service, count(*) AS n FROM c"
                                + " WHERE is_console GROUP BY service HAVING max(outcome) = 'failed' ORDER BY service"))
                .containsExactly(Map.of("service", "signin", "n", 1L));
    }

    private List<String> row(String id, String... columns) {
        Map<String, Object> row = rows("SELECT " + String.join(", ", columns) + " FROM cloudtrail WHERE eventid = '"
                        + id + "'")
                .get(0);
        return Stream.of(columns)
                .map(column -> row.get(column) == null ? "-" : row.get(column).toString())
                .toList();
    }

    private List<Map<String, Object>> rows(String sql) {
        return answers.rows(text(sql), Answers.EVERYTHING, DuplicatePolicy.KEPT);
    }

    private static String compiled(String sql) {
        String compiled = COMPILER.compile(text(sql), Scope.of(TimeRange.ALL), DuplicatePolicy.KEPT)
                .sql();
        assertThat(AthenaSql.parse(new SqlSource("<compiled>", compiled)).tables())
                .isNotEmpty();
        return compiled;
    }

    private static SqlText text(String sql) {
        return SqlText.of(new SqlSource("<sql>", sql));
    }
}
