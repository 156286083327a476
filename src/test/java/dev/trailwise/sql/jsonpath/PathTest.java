package dev.trailwise.sql.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The items expected here are those of Trino 435 (json_query WITH WRAPPER). */
class PathTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static String items(String json, String path) throws JsonProcessingException {
        List<Object> items = Path.parse(path).items(JSON.readTree(json));
        return JSON.writeValueAsString(items.stream().map(Items::json).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': {'b': [{'c': 1}, {'c': 2}]}} | lax $.a.b.c | [1,2]",
                "{'a': {'b': [{'c': 1}, {'c': 2}]}} | strict $.a.b[*].c | [1,2]",
                "[1, 2, 3, 4, 5] | lax $[1 to 3] | [2,3,4]",
                "[1, 2, 3, 4, 5] | lax $[0, 2, last] | [1,3,5]",
                "[1, 2, 3, 4, 5] | lax $[3 to 1] | []",
                "[1, 2, 3, 4, 5] | lax $[last - 1 to last] | [4,5]",
                "[1, 2, 3] | lax $[1.5] | [3]",
                "5 | lax $[last] | [5]",
                "[[1, 2], [3], 4] | lax $[*][*] | [1,2,3,4]",
                "{'a': {'b': 1}, 'b': {'b': 4}} | lax $..b | [{'b':4},1,4]",
                "[{'a': 1}, {'b': [2]}, 3] | lax $.* | [1,[2]]",
                "[1, 'a', null, [], {}] | lax $[*].type() | ['number','string','null','array','object']",
                "[1, [1, 2], []] | lax $[*].size() | [1,2,0]",
                "[1, '2.5'] | lax $.double() | [1.0,2.5]",
                "[1, 2.5, -2.5] | lax $.floor() | [1,2.0,-3.0]",
                "[1, 2.5, -2.5] | lax $.ceiling().abs() | [1,3.0,2.0]",
                "{'a': 1, 'b': 'x'} | lax $.keyvalue() | [{'name':'a','value':1,'id':0},{'name':'b','value':'x','id':0}]",
            })
    void accessors_and_methods_give_the_items_that_trino_gives(String json, String path, String expected)
            throws JsonProcessingException {
        assertThat(items(json.replace('\'', '"'), path)).isEqualTo(expected.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | lax $ + 1.25 | [8.25]",
                "7 | lax $ * 1.50 | [10.50]",
                "7 | lax $ / 2 | [3]",
                "7 | lax $ / 3.00 | [2.33]",
                "7.5 | lax $ % 2 | [1.5]",
                "7 | lax (1 + 2) * 3 | [9]",
                "7 | lax 10 - 2 - 3 | [5]",
                "7 | lax 1 - -$ | [8]",
                "2147483647 | lax $ + 2147483648 | [4294967295]",
                "1 | lax 1.25.ceiling() | [2]",
            })
    void arithmetic_has_the_types_of_trino(String json, String path, String expected) throws JsonProcessingException {
        assertThat(items(json, path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1, '1', true, null, [1], 1.0] ; lax $ ? (@ == 1) ; [1,[1],1.0]",
                "[1, null, 'x'] ; lax $ ? (@ <> null) ; [1,'x']",
                "[1, 2, 3] ; lax $ ? (@ > 1 && @ < 3) ; [2]",
                "[1, 'a', 2] ; lax $ ? (@ > 1 || @ == 'a') ; ['a',2]",
                "[1, 'a'] ; lax $ ? (!(@ > 0)) ; []",
                "[1, 'a'] ; lax $ ? ((@ > 0) is unknown) ; ['a']",
                "['arn:aws', 'x', 1] ; lax $ ? (@ starts with 'arn') ; ['arn:aws']",
                "[['x', 1], ['arn', 1]] ; strict $[*] ? (@[*] starts with 'arn') ; []",
                "[['x', 1], ['arn', 1]] ; lax $[*] ? (@[*] starts with 'arn') ; ['arn']",
                "[{'a': 1}, {'b': 2}] ; strict $[*] ? ((exists(@.a)) is unknown) ; [{'b':2}]",
                "[{'a': [1, 'x']}] ; lax $ ? (@.a == 1) ; [{'a':[1,'x']}]",
                "[{'a': ['x', 1]}] ; lax $ ? (@.a == 1) ; []",
                "{'x': 2, 'l': [1, 2, 3]} ; lax $.l ? (@ >= $.x) ; [2,3]",
            })
    void filters_keep_the_items_for_which_their_condition_is_true(String json, String path, String expected)
            throws JsonProcessingException {
        assertThat(items(json.replace('\'', '"'), path.replace('\'', '"'))).isEqualTo(expected.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | strict $.a",
                "5 | strict $.a",
                "5 | strict $[0]",
                "[1] | strict $[9]",
                "[1] | lax $[\"a\"]",
                "1 | strict $.size()",
                "\"a\" | lax $ + 1",
                "[1, 2] | lax $ + 1",
                "7 | lax $ / 0",
                "2147483647 | lax $ + 1",
                "9223372036854775808 | lax $ + 1",
                "true | lax $.double()",
                "[1] | lax $.keyvalue()",
            })
    void a_path_fails_where_trino_fails(String json, String path) {
        assertThatThrownBy(() -> items(json, path)).isInstanceOf(PathFailure.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.a | 0 | begins with lax or strict",
                "LAX $.a | 0 | begins with lax or strict",
                "lax $.a b | 8 | unexpected 'b'",
                "lax $. | 6 | ends too early",
                "lax last | 4 | last is only defined inside",
                "lax $.a + @ | 10 | @ is only defined inside",
                "lax 1 + \"a\" | 8 | a number is needed",
                "lax $ ? (@ == 99999999999999999999) | 14 | too large",
            })
    void a_path_that_is_wrong_says_where(String path, int offset, String problem) {
        assertThatThrownBy(() -> Path.parse(path)).isInstanceOfSatisfying(PathProblem.class, wrong -> {
            assertThat(wrong.problem()).contains(problem);
            assertThat(wrong.offset()).isEqualTo(offset);
            assertThat(wrong.isMistake()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"lax $x", "lax $.datetime()", "lax $ ? (@ like_regex \"a\")", "lax $ ? (@ starts with $x)"})
    void what_is_not_implemented_is_refused(String path) {
        assertThatThrownBy(() -> Path.parse(path))
                .isInstanceOfSatisfying(
                        PathProblem.class,
                        refused -> assertThat(refused.isMistake()).isFalse());
    }

    @Test
    void no_path_and_no_value_exhausts_the_stack() throws JsonProcessingException {
        for (String step : List.of("-", "(", ".a", "[0]", "+1")) {
            boolean before = step.equals("-") || step.equals("(");
            String steps = step.repeat(3_000);
            assertThatThrownBy(() -> Path.parse(before ? "lax " + steps + "$" : "lax $" + steps))
                    .isInstanceOf(PathProblem.class);
        }
        assertThat(items("1", "lax " + "(".repeat(240) + "$" + ")".repeat(240))).isEqualTo("[1]");
        assertThat(items("1", "lax " + "- ".repeat(480) + "$")).isEqualTo("[1]");
        assertThat(items("1", "lax $" + "[0]".repeat(160))).isEqualTo("[1]");
        assertThat(items("[".repeat(900) + "]".repeat(900), "lax $..a")).isEqualTo("[]");
    }

    @Test
    void a_path_that_multiplies_items_ends_the_query_rather_than_the_memory() {
        assertThatThrownBy(() -> items(
                        "[1, 2]",
                        "lax $"
                                + "[*, *]"
                                        .replace("*, *", "0 to last, 0 to last")
                                        .repeat(40)))
                .isInstanceOf(PathAbort.class);
        String many = "[" + "1, ".repeat(9_999) + "2]";
        assertThatThrownBy(() -> items(
                        "{\"a\": " + many + ", \"b\": " + many.replace('1', '3').replace('2', '4') + "}",
                        "strict $ ? (@.a[*] == @.b[*])"))
                .isInstanceOf(PathAbort.class);
    }
}
