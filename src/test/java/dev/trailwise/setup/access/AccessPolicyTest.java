package dev.trailwise.setup.access;

import dev.trailwise.table.TableName;
import dev.trailwise.testing.Golden;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTest {
    @ParameterizedTest
    @EnumSource
    void a_policy_is_its_golden(AccessPolicy policy) {
        AccessTarget target = new AccessTarget(
                new TableName("security", "cloudtrail_logs"),
                "my-logs",
                "AWSLogs/o-a1b2c3d4e5/",
                false,
                new Region("us-gov-west-1"),
                Optional.of(new AccountId("111122223333")),
                "primary",
                Optional.of("s3://my-results/athena/"));

        Golden.assertMatches(
                "access/policy-" + policy.name().toLowerCase(Locale.ROOT) + ".json", policy.document(target));
    }
}
