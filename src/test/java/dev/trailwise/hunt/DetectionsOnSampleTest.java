package dev.trailwise.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.trailwise.sample.SampleTrail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over ten days of the sample trail, a hunt finds the intrusion of one night and next to nothing else. */
class DetectionsOnSampleTest {
    private static final String NIGHT_BEGINS = "2026-10-07T02:00:00Z";
    private static final String NIGHT_ENDS = "2026-10-07T06:00:00Z";

    @Test
    void finds_the_intrusion_and_on_quiet_days_only_what_is_worth_a_look(@TempDir Path logs) throws IOException {
        SampleTrail.write(logs);
        try (HuntedLogs hunted = new HuntedLogs(logs, List.of())) {
            List<Map<String, @Nullable Object>> events = hunted.events();
            assertThat(events.stream().filter(event -> !atNight(event)))
                    .extracting(event -> event.get("action"), HuntedLogs::names)
                    .containsExactly(
                            tuple("sts:AssumeRoot", Set.of("root-session-assumed")),
                            tuple("signin:ConsoleLogin", Set.of("console-login-no-mfa")));
            Set<String> night = new HashSet<>();
            events.stream()
                    .filter(DetectionsOnSampleTest::atNight)
                    .forEach(event -> night.addAll(HuntedLogs.names(event)));
            hunted.counted().forEach((name, rows) -> rows.forEach(row -> night.add(name)));
            assertThat(night)
                    .containsExactlyInAnyOrder(
                            "attack-tool-whoami",
                            "iam-enumeration",
                            "ses-enumeration",
                            "discovery-burst",
                            "access-denied-burst",
                            "user-created",
                            "admin-policy-granted",
                            "access-key-for-another",
                            "password-for-another",
                            "trail-stopped",
                            "port-opened-to-world",
                            "unusual-instances-launched",
                            "s3-bulk-download",
                            "root-login",
                            "console-login-no-mfa",
                            "organization-left");
        }
    }

    private static boolean atNight(Map<String, @Nullable Object> event) {
        String time = String.valueOf(event.get("eventtime"));
        return time.compareTo(NIGHT_BEGINS) >= 0 && time.compareTo(NIGHT_ENDS) < 0;
    }
}
