package dev.trailwise.sql.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void a_long_line_is_cut_around_the_caret() {
        String line = "a".repeat(500) + "X" + "b".repeat(500);
        String[] shown = Excerpt.at(line, 500).split("\n");
        assertThat(shown[0]).hasSize(100).startsWith("…").endsWith("…");
        assertThat(shown[0].charAt(shown[1].length() - 1)).isEqualTo('X');
    }

    @Test
    void what_steers_a_terminal_is_replaced() {
        assertThat(Excerpt.at("a\u001b[2J\u202Eb\tc", 0)).isEqualTo("a\uFFFD[2J\uFFFDb c\n^");
    }

    @Test
    void the_caret_stands_under_the_column_that_the_terminal_shows() {
        assertThat(Excerpt.at("é🦊日X", "é🦊日".length())).isEqualTo("é🦊日X\n     ^");
        assertThat(Excerpt.at("one\r\ntwo", 5)).isEqualTo("two\n^");
        assertThat(Excerpt.at("", 0)).isEqualTo("\n^");
    }
}
