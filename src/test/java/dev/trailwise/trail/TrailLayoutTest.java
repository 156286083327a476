package dev.trailwise.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrailLayoutTest {
    private static final Organization ORGANIZATION = new Organization("o-a1b2c3d4e5");

    static Stream<TrailLayout> layouts() {
        return Stream.of(
                        TrailLayout.ofAccounts(""),
                        TrailLayout.ofAccounts("/security/logs/"),
                        TrailLayout.ofOrganization("", ORGANIZATION),
                        TrailLayout.ofOrganization("security", ORGANIZATION),
                        TrailLayout.ofOrganization(ORGANIZATION.id(), ORGANIZATION))
                .flatMap(layout -> Stream.of(LogKind.values()).map(layout::of));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void a_partition_comes_back_from_its_own_prefix(TrailLayout layout) {
        long seed = 20261122L;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            Partition partition = new Partition(
                    new AccountId("%012d"
                            .formatted(random.nextLong(1_000_000_000_000L))
                            .replaceAll("[^0-9]", "0")),
                    new Region(random.nextBoolean() ? "us-gov-west-1" : "ap-southeast-" + random.nextInt(1, 9)),
                    new LogDay(LocalDate.ofEpochDay(random.nextInt(16_000, 25_000))));
            String key = layout.prefix(partition) + "file.json.gz";

            assertThat(layout.partition(key)).as("seed %d, key %s", seed, key).contains(partition);
            assertThat(LogKey.parse(key)).contains(new LogKey(layout.kind(), partition));
            assertThat(layout.template()
                            .replace("${account}", partition.account().digits())
                            .replace("${region}", partition.region().code())
                            .replace("${day}", partition.day().partitionValue()))
                    .isEqualTo(layout.prefix(partition));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026/01/01/x",
                "other/AWSLogs/111122223333/CloudTrail/us-east-1/2026/01/01/x",
                "AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/us-east-1/2026/01/01/x",
                "AWSLogs/111122223333/CloudTrail/us-east-1/2026/01/01/deeper/x",
                "AWSLogs/111122223333/CloudTrail/us-east-1/2026/02/30/x",
            })
    void keys_of_other_layouts_belong_to_no_partition(String key) {
        assertThat(TrailLayout.ofAccounts("").partition(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "logs/", "/AWSLogs/", "AWSLogs", "AWSLogs/111122223333/"})
    void a_root_that_is_none_is_refused(String root) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrailLayout(root, LogKind.EVENTS))
                .withMessageContaining("AWSLogs/");
    }
}
