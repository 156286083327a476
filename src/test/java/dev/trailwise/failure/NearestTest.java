package dev.trailwise.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("key-activity", "ip-activity", "console-logins", "console-login-failures", "root-activity");

    @Test
    void finds_what_a_typing_mistake_meant() {
        assertThat(Nearest.to("key-activty", KNOWN)).first().isEqualTo("key-activity");
        assertThat(Nearest.to("rooot-activity", KNOWN)).first().isEqualTo("root-activity");
        assertThat(Nearest.to("KEY-ACTIVITY", KNOWN)).first().isEqualTo("key-activity");
    }

    @Test
    void swapped_letters_are_one_mistake() {
        assertThat(Nearest.to("tpye", List.of("type", "time"))).containsExactly("type");
    }

    @Test
    void a_part_of_a_name_is_near() {
        assertThat(Nearest.to("login", KNOWN)).containsExactly("console-login-failures", "console-logins");
    }

    @Test
    void hints_at_nothing_when_nothing_is_near() {
        assertThat(Nearest.hint("zzzzzz", KNOWN)).isEmpty();
        assertThat(Nearest.hint("ip-activty", KNOWN))
                .startsWith("; did you mean 'ip-activity'")
                .endsWith("?");
    }
}
