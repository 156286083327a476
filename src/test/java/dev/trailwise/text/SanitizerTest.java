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
    void the_width_of_a_name_is_that_of_role_and_session_or_of_the_last_part_of_a_path() {
        String role = "arn:aws:sts::111122223333:assumed-role/Admin/alice";
        assertThat(CellWidth.ofName(role, 36)).isEqualTo("…Admin/alice".length());
        assertThat(CellWidth.ofName(role, 11)).isEqualTo("…alice".length());
        assertThat(CellWidth.ofName("arn:aws:iam::111122223333:user/alice", 36)).isEqualTo("…alice".length());
        assertThat(CellWidth.ofName("AuthorizeSecurityGroupIngress", 36)).isEqualTo(29);
        assertThat(CellWidth.ofName("arn:", 36)).isEqualTo(4);
    }

    @Test
    void a_cut_leaves_the_last_parts_of_a_path_whole_and_the_beginning_of_other_text() {
        String role = "arn:aws:sts::111122223333:assumed-role/Admin/alice";
        assertThat(CellWidth.cut(role, 40)).isEqualTo("…111122223333:assumed-role/Admin/alice");
        assertThat(CellWidth.cut(role, 30)).isEqualTo("…assumed-role/Admin/alice");
        assertThat(CellWidth.cut(role, 24)).isEqualTo("…Admin/alice");
        assertThat(CellWidth.cut(role, 6)).isEqualTo("…alice");
        assertThat(CellWidth.cut(role, 5)).isEqualTo("…ali…");
        assertThat(CellWidth.cut(role, 1)).isEqualTo("…");
        assertThat(CellWidth.cut("s3://my-logs/AWSLogs/1.json.gz", 12)).isEqualTo("…1.json.gz");
        assertThat(CellWidth.cut("AWSLogs/111122223333/", 15)).isEqualTo("…111122223333/");
        assertThat(CellWidth.cut("[\"arn:aws:iam::aws:policy/a/b\"]", 12)).isEqualTo("[\"arn:aws:i…");
        assertThat(CellWidth.cut("Boto3/1.26.0 Python/3.10 Linux/5.15", 12)).isEqualTo("Boto3/1.26.…");
        assertThat(CellWidth.cut("日本語日本語", 6)).isEqualTo("日本…");
        assertThat(CellWidth.cut("GetCallerIdentity", 9)).isEqualTo("GetCalle…");
        assertThat(CellWidth.cut("Trails: stopped or narrowed", 12)).isEqualTo("Trails: sto…");
        assertThat(CellWidth.cut("abc", 3)).isEqualTo("abc");
        assertThat(CellWidth.cut("abcd", 1)).isEqualTo("…");
    }
}
