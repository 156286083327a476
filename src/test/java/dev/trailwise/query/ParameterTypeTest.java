package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.trail.TimeText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterTypeTest {
    private static final TimeText TIMES =
            new TimeText(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    private static final String HOSTILE = "'\"`\\%_*?;:-/()[]{}$#@,.\u00e9\u0130\u0131\u2019\ud83d\ude00 \u202eOR1=x";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    string       | it's                                 | 'it''s'
                    integer      | -5                                   | (-5)
                    integer      | +7                                   | 7
                    boolean      | TRUE                                 | TRUE
                    boolean      | no                                   | FALSE
                    duration     | 90m                                  | INTERVAL '90' MINUTE
                    duration     | 4w                                   | INTERVAL '28' DAY
                    timestamp    | 2026-11-01                           | '2026-11-01T00:00:00Z'
                    timestamp    | 2026-11-01T10:00:59.9+01:00          | '2026-11-01T09:00:59Z'
                    timestamp    | 24h                                  | '2026-11-21T12:00:00Z'
                    access-key   | akiaiosfodnn7example                 | 'AKIAIOSFODNN7EXAMPLE'
                    account      | 012345678901                         | '012345678901'
                    region       | eu-central-1                         | 'eu-central-1'
                    arn          | arn:aws:s3:::b/k                     | 'arn:aws:s3:::b/k'
                    arn          | arn:aws-us-gov:iam::111122223333:root | 'arn:aws-us-gov:iam::111122223333:root'
                    principal    | o'neil@example.com                   | 'o''neil@example.com'
                    ip           | 198.51.100.7                         | '198.51.100.7'
                    ip           | 2001:DB8:0:0:0:0:0:7                 | '2001:db8::7'
                    ip           | 1:0:0:2:0:0:0:3                      | '1:0:0:2::3'
                    ip           | 1:0:2:3:4:5:6:7                      | '1:0:2:3:4:5:6:7'
                    ip           | ::                                   | '::'
                    ip           | ::1                                  | '::1'
                    ip           | fe80::                               | 'fe80::'
                    cidr         | 10.0.0.0/8                           | '10.0.0.0/8'
                    cidr         | 203.0.113.64/26                      | '203.0.113.64/26'
                    cidr         | 10.1.2.3                             | '10.1.2.3/32'
                    cidr         | 0.0.0.0/0                            | '0.0.0.0/0'
                    cidr         | 2001:0DB8::/32                       | '2001:db8::/32'
                    cidr         | ::1                                  | '::1/128'
                    event-name   | RunInstances                         | 'RunInstances'
                    event-source | IAM                                  | 'iam.amazonaws.com'
                    event-source | sts.amazonaws.com                    | 'sts.amazonaws.com'
                    pattern      | *admin?_100%                         | '%admin_\\_100\\%'
                    pattern      | \\*\\?\\\\x\\y                       | '*?\\\\x\\\\y'
                    """)
    void a_value_becomes_its_literal(String type, String value, String literal) {
        assertThat(ParameterType.of(type).orElseThrow().literal(value, TIMES)).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    integer      | 1e3                      | digits alone, for example 100
                    integer      | 1 OR 1=1                 | digits alone, for example 100
                    integer      | 99999999999999999999     | digits alone, for example 100
                    boolean      | maybe                    | write true or false
                    duration     | 1 day                    | write 30s, 90m, 24h, 7d or 4w
                    timestamp    | 01/11/2026               | write 2026-11-01
                    access-key   | AROAIOSFODNN7EXAMPLE     | is the id of a role
                    access-key   | AKIA' OR 1=1 --          | for example AKIAIOSFODNN7EXAMPLE
                    account      | 1234                     | for example 111122223333
                    region       | europe                   | us-east-1 or eu-central-1
                    arn          | alice                    | arn:aws:iam::111122223333:user/alice
                    principal    | " x "                    | for example alice
                    ip           | 1.2.3                    | write 198.51.100.7
                    ip           | 1.2.3.04                 | write 198.51.100.7
                    ip           | example.com              | write 198.51.100.7
                    ip           | abc:def                  | write 198.51.100.7
                    ip           | 10.0.0.0/8               | write 198.51.100.7
                    cidr         | 10.0.0.0/33              | write 198.51.100.0/24
                    cidr         | 10.0.0.7/8               | did you mean 10.0.0.0/8?
                    event-name   | iam:CreateUser           | for example RunInstances
                    event-source | https://iam              | iam.amazonaws.com
                    """)
    void a_wrong_value_is_refused_with_a_good_one(String type, String value, String hint) {
        assertThatThrownBy(() -> ParameterType.of(type).orElseThrow().literal(value, TIMES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @EnumSource(ParameterType.class)
    void its_example_is_a_good_value(ParameterType type) {
        assertThat(type.literal(type.example(), TIMES)).isNotBlank();
        assertThat(type.meaning()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(ParameterType.class)
    void whatever_is_taken_is_one_literal(ParameterType type) {
        int shape =
                TrinoTokens.withoutStrings(type.literal(type.example(), TIMES)).size();
        for (long seed = 0; seed < 2000; seed++) {
            String text = random(new Random(seed), type);
            try {
                String literal = type.literal(text, TIMES);
                int negative = literal.startsWith("(-") ? 3 : 0;
                assertThat(TrinoTokens.withoutStrings(literal))
                        .as("seed %s: %s", seed, literal)
                        .hasSize(shape + negative);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("(?s).{10,}");
            }
        }
    }

    @Test
    void a_text_reads_back_through_the_lexer_as_it_was() {
        for (long seed = 0; seed < 2000; seed++) {
            String text = random(new Random(seed), ParameterType.STRING);
            assertThat(TrinoTokens.strings(ParameterType.STRING.literal(text, TIMES)))
                    .as("seed %s", seed)
                    .containsExactly(text);
        }
    }

    @Test
    void control_characters_are_refused() {
        for (String text : new String[] {"a\nb", "a\0b", "a\u001b[31m", "a\tb", "a\u0085b"}) {
            assertThatThrownBy(() -> ParameterType.STRING.literal(text, TIMES))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("one line");
        }
    }

    private static String random(Random random, ParameterType type) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? type.example() : "");
        int edits = random.nextInt(6);
        for (int i = 0; i < edits; i++) {
            int at = text.isEmpty()
                    ? 0
                    : text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
            int[] hostile = HOSTILE.codePoints().toArray();
            text.insert(at, Character.toString(hostile[random.nextInt(hostile.length)]));
        }
        return text.toString();
    }
}
