package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.SharedData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What simulated attacks left in real logs is found by the queries that are for them, and no odd record breaks one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesOnRealLogsTest {
    private Answers attacks;
    private Answers versions;

    @BeforeAll
    void open() {
        attacks = Answers.of(SharedData.folder("stratus/detonation-logs"));
        versions = Answers.of(SharedData.folder("umccr/test_input"));
    }

    @AfterAll
    void close() {
        for (Answers opened : new Answers[] {attacks, versions}) {
            if (opened != null) { // the logs are not there on every machine
                opened.close();
            }
        }
    }

    static Stream<SavedQuery> queries() {
        return Library.shipped().all().queries().stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void it_runs_over_every_version_of_the_record(SavedQuery query) {
        assertThat(versions.run(query.name(), query.exampleArguments().toArray(String[]::new)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cloudtrail-tampering       | DeleteTrail,PutEventSelectors,StopLogging
                    security-services-disabled | DeleteFlowLogs,DeleteResolverQueryLogConfig,LeaveOrganization
                    snapshot-share             | ModifyDBSnapshotAttribute,ModifyImageAttribute,ModifySnapshotAttribute
                    secrets-read               | BatchGetSecretValue,GetParameters,GetPasswordData,GetSecretValue
                    ec2-userdata-ssm           | DescribeInstanceAttribute,ModifyInstanceAttribute,SendCommand,SendSSHPublicKey,SendSerialConsoleSSHPublicKey,StartSession
                    ec2-launches               | RunInstances
                    lambda-persistence         | AddPermission20150331v2,UpdateFunctionCode20150331v2,UpdateFunctionConfiguration20150331v2
                    federation-changes         | CreateProfile,CreateTrustAnchor
                    federation-tokens          | GetFederationToken
                    iam-trust-changes          | CreateRole,UpdateAssumeRolePolicy
                    iam-create-principals      | CreateRole,CreateUser
                    iam-credentials-changed    | CreateAccessKey,CreateLoginProfile,UpdateLoginProfile
                    network-exposure           | AuthorizeSecurityGroupIngress
                    bedrock-models             | InvokeModel
                    """)
    void the_traces_of_attacks_are_found(String query, String events) {
        assertThat(attacks.run(query).stream()
                        .map(row -> String.valueOf(row.get("eventname")))
                        .distinct()
                        .sorted())
                .containsAll(Arrays.asList(events.split(",")));
    }

    @Test
    void what_is_given_away_is_told_apart() {
        assertThat(attacks.run("snapshot-share"))
                .extracting(row -> row.get("outside"))
                .containsOnly(true);
        assertThat(attacks.run("iam-trust-changes"))
                .extracting(row -> row.get("outside"))
                .containsOnly(true);
        assertThat(attacks.run("network-exposure", "world_only=true")).hasSize(1);
        assertThat(attacks.run("console-login-no-mfa")).hasSize(1);
        List<Map<String, @Nullable Object>> opened = attacks.run("lambda-persistence").stream()
                .filter(row -> Boolean.TRUE.equals(row.get("public")))
                .toList();
        assertThat(opened).extracting(row -> row.get("eventname")).containsExactly("AddPermission20150331v2");
    }
}
