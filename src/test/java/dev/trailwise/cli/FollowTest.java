package dev.trailwise.cli;

import static dev.trailwise.cli.CredentialLogs.issued;
import static dev.trailwise.cli.CredentialLogs.role;
import static dev.trailwise.cli.CredentialLogs.service;
import static dev.trailwise.cli.CredentialLogs.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials followed as a user types it. */
class FollowTest {
    private static final String ALICE = "AKIAALICEALICEALICE1";
    private static final String ONE = "ASIAONEONEONEONEONE1";
    private static final String TWO = "ASIATWOTWOTWOTWOTWO1";
    private static final String MADE = "\"requestParameters\":{\"userName\":\"mallory\"}";

    @TempDir
    Path folder;

    @Test
    void an_event_of_real_logs_leads_to_the_instance_and_to_who_launched_it() throws IOException {
        Path logs = SharedData.folder("invictus/CloudTrail");
        String key = "ASIATFQR7NSCSHSEVYP5";
        String event = "";
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode record :
                        new ObjectMapper().readTree(file.toFile()).get("Records")) {
                    if (record.at("/userIdentity/accessKeyId").asText().equals(key)) {
                        event = record.get("eventID").asText();
                    }
                }
            }
        }
        Shell.Result result =
                new Shell(folder).run("follow", event, "--logs", logs.toString(), "--all-time", "--format", "json");
        JsonNode chain = json(result.succeeded());
        assertThat(chain.get("roots").toString()).isEqualTo("[\"key AKIATFQR7NSC8Q4X20BJ\"]");
        assertThat(one(chain, key).get("calls").asInt()).isEqualTo(13);
        assertThat(one(chain, "123837392027:i-0dbc91f429e48eeed")
                        .at("/origins/0/action")
                        .asText())
                .isEqualTo("ec2:RunInstances");
    }

    @Test
    void roles_that_assume_each_other_in_a_circle_end() throws IOException {
        new CredentialLogs()
                .event(user("alice", ALICE), "sts:AssumeRole", true, issued(ONE))
                .event(role("a", "s", ONE), "sts:AssumeRole", true, issued(TWO))
                .event(role("b", "s", TWO), "sts:AssumeRole", true, issued(ONE))
                .event(role("b", "s", TWO), "s3:GetObject", true)
                .write(folder);
        Shell.Result result = follow(TWO);
        assertThat(result.succeeded().out().lines().filter(line -> line.contains(TWO + "  role b/s")))
                .hasSize(1);
        assertThat(result.out()).contains("(shown above)", ALICE, "no event in the scope created it");
    }

    @Test
    void a_user_that_a_session_made_is_followed_with_all_of_its_keys() throws IOException {
        new CredentialLogs()
                .event(user("alice", ALICE), "sts:AssumeRole", true, issued(ONE))
                .event(role("a", "s", ONE), "iam:CreateUser", false, MADE)
                .event(role("a", "s", ONE), "iam:CreateLoginProfile", false, MADE)
                .event(user("mallory", "ASIAMALLORYMALLORY12"), "s3:DeleteBucket", false)
                .write(folder);
        JsonNode chain = json(follow(ALICE, "--format", "json").succeeded());
        assertThat(one(chain, "ASIAMALLORYMALLORY12").get("writes").asInt()).isEqualTo(1);
        assertThat(one(chain, CredentialLogs.ACCOUNT + ":mallory").get("origins"))
                .hasSize(2);
        JsonNode up = json(follow("ASIAMALLORYMALLORY12", "--format", "json").succeeded());
        assertThat(up.get("roots").toString()).isEqualTo("[\"key " + ALICE + "\"]");
    }

    @Test
    void what_an_ancestor_made_besides_is_counted_and_followed_on_request() throws IOException {
        new CredentialLogs()
                .event(user("alice", ALICE), "sts:AssumeRole", true, issued(ONE))
                .event(user("alice", ALICE), "sts:AssumeRole", true, issued(TWO))
                .event(role("a", "s", ONE), "s3:GetObject", true)
                .event(role("b", "s", TWO), "s3:GetObject", true)
                .write(folder);
        assertThat(follow(ONE).succeeded().out())
                .contains("made 1 other credential, not followed without --siblings")
                .doesNotContain(TWO);
        assertThat(follow(ONE, "--siblings").succeeded().out()).contains(TWO);
    }

    @Test
    void a_session_in_the_console_comes_of_the_sign_in_at_its_beginning() throws IOException {
        String session = user("alice", "ASIACONSOLECONSOLE12").replaceAll("}$", "")
                + ",\"sessionContext\":{\"attributes\":" + "{\"creationDate\":\"2026-10-10T00:00:00Z\"}}}";
        new CredentialLogs()
                .event(user("alice", ""), "signin:ConsoleLogin", false)
                .event(session, "s3:GetObject", true)
                .event(session.replace("CONSOLE12", "CONSOLE34"), "s3:GetObject", true)
                .event(
                        session.replace("CONSOLE12", "CONSOLE56").replace("T00:00:00", "T05:00:00"),
                        "s3:GetObject",
                        true)
                .write(folder);
        JsonNode chain = json(follow("alice", "--format", "json").succeeded());
        assertThat(one(chain, "ASIACONSOLECONSOLE12").get("access_keys")).hasSize(2);
        assertThat(one(chain, "ASIACONSOLECONSOLE12").at("/origins/0/action").asText())
                .isEqualTo("signin:ConsoleLogin");
        assertThat(one(chain, "ASIACONSOLECONSOLE56").get("origins")).isEmpty();
    }

    @Test
    void a_switched_role_is_reached_from_who_switched() throws IOException {
        String target = role("admin", "alice", "").replace(",\"accessKeyId\":\"\"", "");
        new CredentialLogs()
                .event(user("alice", ""), "signin:ConsoleLogin", false)
                .event(
                        user("alice", "ASIACONSOLECONSOLE12"),
                        "s3:GetObject",
                        true,
                        "\"sessionCredentialFromConsole\":\"true\"")
                .event(
                        target,
                        "signin:SwitchRole",
                        false,
                        "\"additionalEventData\":{\"SwitchFrom\":\"arn:aws:iam::" + CredentialLogs.ACCOUNT
                                + ":user/alice\"}")
                .event(role("admin", "alice", TWO), "s3:DeleteBucket", false)
                .write(folder);
        assertThat(follow("arn:aws:iam::" + CredentialLogs.ACCOUNT + ":user/alice")
                        .succeeded()
                        .out())
                .contains(TWO, "signin:SwitchRole");
        assertThat(follow(TWO).succeeded().out()).contains("user alice", "signin:SwitchRole");
    }

    @Test
    void a_role_assumed_from_another_account_comes_of_the_caller_that_its_log_names() throws IOException {
        String shared = "\"sharedEventID\":\"11111111-2222-3333-4444-555555555555\"";
        new CredentialLogs()
                .event(user("alice", ALICE), "sts:AssumeRole", true, shared)
                .event(
                        "{\"type\":\"AWSAccount\",\"principalId\":\"AIDAALICE\",\"accountId\":\"999900001111\"}",
                        "sts:AssumeRole",
                        true,
                        issued(ONE),
                        shared)
                .event(role("a", "s", ONE), "s3:GetObject", true)
                .write(folder);
        assertThat(follow(ONE).succeeded().out())
                .contains(ALICE + "  user alice")
                .doesNotContain("AIDAALICE");
        assertThat(follow(ALICE).succeeded().out()).contains(ONE + "  role a/s");
    }

    @Test
    void a_service_that_gives_sessions_is_named_and_not_followed() throws IOException {
        new CredentialLogs()
                .event(service("ec2.amazonaws.com"), "sts:AssumeRole", true, issued(ONE))
                .event(service("ec2.amazonaws.com"), "sts:AssumeRole", true, issued(TWO))
                .event(role("a", "i-0123456789abcdef0", ONE), "s3:GetObject", true)
                .write(folder);
        assertThat(follow(ONE).succeeded().out())
                .contains("service ec2.amazonaws.com", "only calls that link credentials")
                .doesNotContain(TWO);
    }

    @Test
    void a_limit_leaves_something_out_and_says_so() throws IOException {
        new CredentialLogs()
                .event(user("alice", ALICE), "sts:AssumeRole", true, issued(ONE))
                .event(role("a", "s", ONE), "sts:AssumeRole", true, issued(TWO))
                .event(role("b", "s", TWO), "s3:GetObject", true)
                .write(folder);
        follow(ALICE, "--max-steps", "1")
                .exited(3)
                .printed("Incomplete: ", "not followed after 1 step")
                .said("warning: ", "--max-steps 2");
        follow(ALICE, "--max-credentials", "1").exited(3).said("warning: ", "--max-credentials 10");
        JsonNode chain =
                json(follow(ALICE, "--max-steps", "1", "--format", "json").exited(3));
        assertThat(chain.get("complete").asBoolean()).isFalse();
        assertThat(chain.get("not_followed")).hasSize(1);
    }

    @Test
    void names_in_the_log_do_not_reach_the_terminal_as_escapes_and_stay_values() throws IOException {
        String hostile = "x') OR ('1'='1\\u001b[31m\\u202e";
        new CredentialLogs()
                .event(
                        user("alice", ALICE),
                        "iam:CreateUser",
                        false,
                        "\"requestParameters\":{\"userName\":\"" + hostile + "\"}")
                .event(user("bob", "AKIABOBBOBBOBBOBBOB1"), "s3:GetObject", true)
                .event(
                        user("alice", ALICE),
                        "iam:CreateUser",
                        false,
                        "\"requestParameters\":{\"userName\":\"nul\\u0000\"}")
                .write(folder);
        Shell.Result result = follow(ALICE).succeeded();
        assertThat(result.out()).contains("OR ('1'='1").doesNotContain("\u001b", "\u202e", "bob");
    }

    @Test
    void what_no_event_names_is_said() throws IOException {
        new CredentialLogs().event(user("alice", ALICE), "s3:GetObject", true).write(folder);
        follow("AKIANOSUCHKEYNOSUCH1").succeeded().printedExactly("no event in the scope names AKIANOSUCHKEYNOSUCH1\n");
        follow("AKIANOSUCHKEYNOSUCH1", "--fail-on-empty").exited(11);
        follow(ALICE, "--fail-on-rows").exited(10);
        follow(" ").exited(2).said("no credential given");
        follow(ALICE, "--format", "csv").exited(2).said("write it as table or json");
        follow(ALICE, "--limit", "1").exited(2).said("--columns, --limit and --chart do not apply to a tree");
        follow(ALICE, "--max-steps", "0").exited(2);
    }

    @Test
    void a_dry_run_prices_a_step_and_the_most_that_all_cost() throws IOException {
        new CredentialLogs().event(user("alice", ALICE), "s3:GetObject", true).write(folder);
        follow(ALICE, "--dry-run", "--max-steps", "5").succeeded().said("at most 5 queries: will scan ");
    }

    @Test
    void names_sessions_and_addresses_are_starts_too() throws IOException {
        new CredentialLogs()
                .event(user("alice", ALICE), "sts:AssumeRole", true, issued(ONE))
                .event(role("a", "Work", ONE), "s3:GetObject", true)
                .write(folder);
        for (String start : List.of(
                "ALICE",
                "work",
                "203.0.113.7",
                "00000000-0000-0000-0000-000000000001",
                "arn:aws:iam::" + CredentialLogs.ACCOUNT + ":role/a",
                "arn:aws:iam::" + CredentialLogs.ACCOUNT + ":user/alice")) {
            JsonNode chain = json(follow(start, "--format", "json").succeeded());
            assertThat(StreamSupport.stream(chain.get("credentials").spliterator(), false)
                            .map(credential -> credential.get("id").asText()))
                    .as(start)
                    .contains("key " + ALICE, "key " + ONE);
        }
    }

    private Shell.Result follow(String start, String... more) {
        return new Shell(folder)
                .run(Stream.concat(Stream.of("follow", start, "--logs", "logs", "--all-time"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static JsonNode one(JsonNode chain, String name) {
        return StreamSupport.stream(chain.get("credentials").spliterator(), false)
                .filter(credential -> credential.get("id").asText().endsWith(" " + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + chain.toPrettyString()));
    }

    private static JsonNode json(Shell.Result result) {
        try {
            return new ObjectMapper().readTree(result.out());
        } catch (IOException e) {
            throw new IllegalStateException(result.out(), e);
        }
    }
}
