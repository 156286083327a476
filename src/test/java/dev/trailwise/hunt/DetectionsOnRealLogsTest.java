package dev.trailwise.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Simulated attacks in real logs, each named in its file, are found by a detection that names what was done. */
class DetectionsOnRealLogsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> FITTING =
            """
            credential-access.ec2-get-password-data password-data-read
            credential-access.ec2-steal-instance-credentials instance-role-whoami
            credential-access.secretsmanager-batch-retrieve-secrets secrets-read-in-bulk
            credential-access.secretsmanager-retrieve-secrets secrets-harvest
            credential-access.ssm-retrieve-securestring-parameters secrets-harvest
            defense-evasion.cloudtrail-delete trail-stopped
            defense-evasion.cloudtrail-event-selectors trail-narrowed
            defense-evasion.cloudtrail-stop trail-stopped
            defense-evasion.dns-delete-logs dns-logs-deleted
            defense-evasion.organizations-leave organization-left
            defense-evasion.vpc-remove-flow-logs flow-logs-deleted
            discovery.ec2-download-user-data user-data-read
            execution.ec2-launch-unusual-instances unusual-instances-launched
            execution.ec2-user-data user-data-changed
            execution.ssm-send-command ssm-command-sent
            execution.ssm-start-session ssm-session-started
            exfiltration.ec2-security-group-open-port-22-ingress port-opened-to-world
            exfiltration.ec2-share-ami snapshot-shared
            exfiltration.ec2-share-ebs-snapshot snapshot-shared
            exfiltration.rds-share-snapshot snapshot-shared
            impact.bedrock-invoke-model bedrock-model-unlocked
            initial-access.console-login-without-mfa console-login-no-mfa
            lateral-movement.ec2-instance-connect instance-connect-used
            lateral-movement.ec2-serial-console-send-ssh-public-key serial-console-used
            persistence.iam-backdoor-role foreign-trust-added
            persistence.iam-backdoor-user access-key-for-another
            persistence.iam-create-admin-user admin-policy-granted
            persistence.iam-create-backdoor-role foreign-trust-added
            persistence.iam-create-user-login-profile password-for-another
            persistence.lambda-backdoor-function lambda-made-public
            persistence.lambda-layer-extension lambda-layer-added
            persistence.lambda-overwrite-code lambda-code-changed
            persistence.rolesanywhere-create-trust-anchor roles-anywhere-anchor
            persistence.sts-federation-token federation-token-issued
            privilege-escalation.iam-update-user-login-profile password-for-another
            """.lines().map(line -> line.split(" ")).collect(Collectors.toMap(line -> line[0], line -> line[1]));

    @Test
    void each_attack_is_found_by_the_detection_that_fits_it() throws IOException {
        Path logs = SharedData.folder("stratus/detonation-logs");
        Map<String, Set<String>> found = new TreeMap<>();
        try (HuntedLogs hunted = new HuntedLogs(logs, List.of());
                Stream<Path> files = Files.list(logs)) {
            Map<String, Set<String>> byEvent = hunted.byEvent();
            Set<String> harvesters = hunted.counted().getOrDefault("secrets-harvest", List.of()).stream()
                    .map(row -> String.valueOf(row.get("principal")))
                    .collect(Collectors.toSet());
            for (Path file : files.toList()) {
                Set<String> names = new TreeSet<>();
                for (JsonNode event : JSON.readTree(file.toFile())) {
                    names.addAll(byEvent.getOrDefault(event.path("eventID").asText(), Set.of()));
                    if (harvesters.contains(event.at("/userIdentity/arn").asText())) {
                        names.add("secrets-harvest");
                    }
                }
                found.put(file.getFileName().toString().replaceAll("^aws[.]|[.]json$", ""), names);
            }
        }
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(FITTING.keySet());
        assertThat(found).allSatisfy((attack, names) -> assertThat(names).contains(FITTING.get(attack)));
    }

    @Test
    void a_day_of_attacks_is_told_in_whole() {
        Path logs = SharedData.folder("invictus/CloudTrail");
        try (HuntedLogs hunted = new HuntedLogs(logs, List.of())) {
            Set<String> names = new HashSet<>();
            hunted.byEvent().values().forEach(names::addAll);
            hunted.counted().forEach((name, rows) -> {
                if (!rows.isEmpty()) {
                    names.add(name);
                }
            });
            assertThat(names)
                    .contains(
                            "discovery-burst",
                            "password-data-read",
                            "user-data-read",
                            "secrets-harvest",
                            "trail-stopped",
                            "trail-narrowed",
                            "s3-quick-expiry",
                            "organization-left",
                            "flow-logs-deleted",
                            "unusual-instances-launched",
                            "port-opened-to-world",
                            "snapshot-shared",
                            "bucket-shared-outside",
                            "console-login-no-mfa",
                            "admin-policy-granted",
                            "foreign-trust-added",
                            "access-key-for-another",
                            "password-for-another",
                            "lambda-made-public",
                            "lambda-code-changed",
                            "roles-anywhere-anchor",
                            "bulk-delete");
        }
    }
}
