package dev.trailwise.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1 | '=1+1",
                "a;=1+1 | a;'=1+1",
                "a;;@x;b;-2 | a;;'@x;b;'-2",
                "a; =1+1 | a;' =1+1",
                "a;\"=1+1\" | a;'\"=1+1\"",
                "Mozilla/5.0 (X11; Linux) | Mozilla/5.0 (X11; Linux)",
                "a=b;c=d | a=b;c=d",
                "; | ;"
            })
    void what_a_spreadsheet_would_run_at_the_start_or_after_a_semicolon_is_disarmed(String text, String safe) {
        assertThat(Formulas.disarm(text)).isEqualTo(safe);
    }

    @Test
    void no_text_is_none() {
        assertThat(Formulas.disarm("")).isEmpty();
    }
}
