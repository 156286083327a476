package dev.trailwise.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanitizerTest {
    @Test
    void what_is_hidden_shows_as_an_escape() {
        assertThat(Sanitizer.text("a\u001b[2Jb")).isEqualTo("a\\u001b[2Jb");
        assertThat(Sanitizer.text("\u202Egnp.exe")).isEqualTo("\\u202egnp.exe");
        assertThat(Sanitizer.text("a\nb\tc\r")).isEqualTo("a\\nb\\tc\\r");
        assertThat(Sanitizer.text("x\uD800y")).isEqualTo("x\\ud800y");
        assertThat(Sanitizer.text("\uDB40\uDC41")).isEqualTo("\\u{e0041}");
        assertThat(Sanitizer.text("zero\u200bwidth\ufeff")).isEqualTo("zero\\u200bwidth\\ufeff");
    }

    @Test
    void what_shows_stays() {
        assertThat(Sanitizer.text("日本語　한국어 e\u0301 🚀 ÿ")).isEqualTo("日本語　한국어 e\u0301 🚀 ÿ");
    }

    @Test
    void no_hidden_character_escapes_the_quick_look() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Sanitizer.hidden(c)) {
                assertThat(Sanitizer.suspect(Character.toChars(c)[0]))
                        .as("U+%04X", c)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"abc,3", "日本,4", "e\u0301,1", "🚀,2", "ａ,2", "한,2", "…,1"})
    void width_is_that_of_a_terminal(String text, int width) {
        assertThat(CellWidth.of(text)).isEqualTo(width);
    }

    @Test
    void a_cut_leaves_both_ends_of_a_path_and_the_beginning_of_a_name() {
        assertThat(CellWidth.cut("arn:aws:iam::111122223333:user/alice", 16)).isEqualTo("arn:aws:…r/alice");
        assertThat(CellWidth.cut("日本語日本語", 6)).isEqualTo("日本…");
        assertThat(CellWidth.cut("GetCallerIdentity", 9)).isEqualTo("GetCalle…");
        assertThat(CellWidth.cut("Trails: stopped or narrowed", 12)).isEqualTo("Trails: sto…");
        assertThat(CellWidth.cut("abc", 3)).isEqualTo("abc");
        assertThat(CellWidth.cut("abcd", 1)).isEqualTo("…");
    }
}
