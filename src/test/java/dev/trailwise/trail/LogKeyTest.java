package dev.trailwise.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogKeyTest {
    @ParameterizedTest
    @CsvSource({
        "AWSLogs/111122223333/CloudTrail/us-east-2/2015/08/01/111122223333_CloudTrail_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz, EVENTS",
        "my/prefix/AWSLogs/111122223333/CloudTrail/us-east-2/2015/08/01/x.json.gz, EVENTS",
        "AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/us-east-2/2015/08/01/x.json.gz, EVENTS",
        "o-a1b2c3d4e5/AWSLogs/o-a1b2c3d4e5/111122223333/CloudTrail/us-east-2/2015/08/01/x.json.gz, EVENTS",
        "AWSLogs/111122223333/CloudTrail-Insight/us-east-2/2015/08/01/x.json.gz, INSIGHTS",
        "AWSLogs/111122223333/CloudTrail-NetworkActivity/us-east-2/2015/08/01/x.json.gz, NETWORK_ACTIVITY",
        "AWSLogs/111122223333/CloudTrail-Aggregated/us-east-2/2015/08/01/x.json.gz, AGGREGATED",
        "AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2015/08/01/111122223333_CloudTrail-Digest_us-east-2_my_trail_eu-west-1_20150801T021000Z.json.gz, DIGEST",
        "/home/me/CloudTrail/us-east-2/2015/08/01/111122223333_CloudTrail_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz, EVENTS",
        "111122223333_CloudTrail_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz, EVENTS",
        "logs/111122223333_CloudTrail_us-east-2_20150801T1255ZHdkvFTXOA3Vnhbc.json, EVENTS",
        "111122223333_CloudTrail-Digest_us-east-2_my_trail_eu-west-1_20150801T021000Z_backfill.json.gz, DIGEST",
    })
    void every_layout_tells_account_region_and_day(String path, LogKind kind) {
        Partition expected = new Partition(
                new AccountId("111122223333"),
                new Region("us-east-2"),
                LogDay.tryParse("2015", "08", "01").orElseThrow());

        assertThat(LogKey.parse(path)).contains(new LogKey(kind, expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "events.json",
                "AWSLogs/111122223333/Config/us-east-2/2015/08/01/x.json.gz",
                "AWSLogs/111122223333/CloudTrail-Other/us-east-2/2015/08/01/x.json.gz",
                "AWSLogs/111122223333/CloudTrail/us-east-2/2015/13/01/x.json.gz",
                "AWSLogs/111122223333/CloudTrail/us-east-2/2015/08/x.json.gz",
                "111122223333_CloudTrail_us-east-2-20200930T2358.json",
            })
    void a_path_that_does_not_tell_gives_nothing(String path) {
        assertThat(LogKey.parse(path)).isEqualTo(Optional.empty());
    }
}
