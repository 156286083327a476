package dev.trailwise.sql.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlLiteralTest {
    @Test
    void text_doubles_quotes_and_keeps_unicode() {
        assertThat(SqlLiteral.text("O'Brien \\ 日本 🦊\n")).isEqualTo("'O''Brien \\ 日本 🦊\n'");
    }

    @Test
    void text_that_no_engine_can_hold_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SqlLiteral.text("a\0b"));
        assertThatIllegalArgumentException().isThrownBy(() -> SqlLiteral.text("a\uD83Db"));
    }

    @Test
    void other_values_carry_their_type() {
        assertThat(SqlLiteral.integer(-5)).isEqualTo("-5");
        assertThat(SqlLiteral.bool(true)).isEqualTo("TRUE");
        assertThat(SqlLiteral.list(List.of("'a'", "'b'"))).isEqualTo("'a', 'b'");
        assertThat(SqlLiteral.list(List.of())).isEqualTo("NULL");
    }
}
