package dev.trailwise.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.sql.text.SqlSource;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    @Test
    void finds_names_outside_of_strings_comments_and_quoted_names() {
        String sql = "SELECT ':a', \":b\", 'it''s :c' -- :d\n /* :e */ , :f,:g_1 WHERE x=:h AND y IN (:i) -- :j";
        assertThat(Placeholders.find(sql))
                .extracting(Placeholders.Placeholder::name)
                .containsExactly("f", "g_1", "h", "i");
    }

    @Test
    void a_colon_after_a_value_is_the_grammars_own() {
        assertThat(Placeholders.find("JSON_OBJECT('a':b) x::y 12:30")).isEmpty();
    }

    @Test
    void an_open_comment_or_string_reaches_to_the_end() {
        assertThat(Placeholders.find("SELECT :a /* :b")).hasSize(1);
        assertThat(Placeholders.find("SELECT :a 'x :b")).hasSize(1);
    }

    @Test
    void replaces_each_by_its_literal() {
        SqlText sql = SqlText.of(new SqlSource("<sql>", "SELECT :a, ':a', :b, :a"));
        assertThat(Placeholders.replace(sql, p -> SqlLiteral.text(p.name() + "'; --"))
                        .text())
                .isEqualTo("SELECT 'a''; --', ':a', 'b''; --', 'a''; --'");
    }
}
