package dev.trailwise.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.failure.SettingName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettingKeysTest {
    @Test
    void every_name_of_a_setting_has_its_setting() {
        assertThat(SettingKeys.ALL)
                .extracting(Setting::name)
                .containsExactlyElementsOf(Arrays.stream(SettingName.values())
                        .map(SettingName::toString)
                        .toList());
    }
}
