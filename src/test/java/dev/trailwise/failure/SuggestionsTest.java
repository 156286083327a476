package dev.trailwise.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static final List<String> KNOWN =
            List.of("key-activity", "ip-activity", "console-logins", "console-login-failures", "root-activity");

    @Test
    void finds_what_a_typing_mistake_meant() {
        assertThat(Suggestions.to("key-activty", KNOWN)).first().isEqualTo("key-activity");
        assertThat(Suggestions.to("rooot-activity", KNOWN)).first().isEqualTo("root-activity");
        assertThat(Suggestions.to("KEY-ACTIVITY", KNOWN)).first().isEqualTo("key-activity");
    }

    @Test
    void swapped_letters_are_one_mistake() {
        assertThat(Suggestions.to("tpye", List.of("type", "time"))).containsExactly("type");
    }

    @Test
    void a_part_of_a_name_is_near() {
        assertThat(Suggestions.to("login", KNOWN)).containsExactly("console-login-failures", "console-logins");
    }

    @Test
    void hints_at_nothing_when_nothing_is_near() {
        assertThat(Suggestions.hint("zzzzzz", KNOWN)).isEmpty();
        assertThat(Suggestions.hint("ip-activty", KNOWN))
                .startsWith("; did you mean 'ip-activity'")
                .endsWith("?");
    }
}
