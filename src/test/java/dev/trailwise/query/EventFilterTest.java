package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.sql.AthenaSql;
import dev.trailwise.testing.Golden;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilterTest {
    record Named(String name, EventFilter filter) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> filters() {
        return Stream.of(
                new Named("nothing", filter(Map.of())),
                new Named(
                        "names",
                        filter(Map.of(
                                SearchField.EVENT_NAME,
                                List.of("RunInstances", "createuser", "Describe*"),
                                SearchField.EVENT_SOURCE,
                                List.of("ec2", "IAM.amazonaws.com")))),
                new Named(
                        "who",
                        filter(Map.of(
                                SearchField.USER,
                                List.of("Alice"),
                                SearchField.PRINCIPAL,
                                List.of("arn:aws:iam::111122223333:role/Admin", "*deploy?_*"),
                                SearchField.ACCESS_KEY,
                                List.of("akiaiosfodnn7example", "ASIA*")))),
                new Named(
                        "where",
                        filter(
                                Map.of(
                                        SearchField.IP,
                                        List.of("198.51.100.7", "10.0.0.0/8", "2001:DB8:0:0::/32", "*.amazonaws.com"),
                                        SearchField.USER_AGENT,
                                        List.of("*boto3*")),
                                List.of(),
                                OptionalLong.of(50))),
                new Named(
                        "what",
                        filter(
                                Map.of(
                                        SearchField.RESOURCE,
                                        List.of("my_bucket", "i-0abc*"),
                                        SearchField.ERROR,
                                        List.of("AccessDenied", "*Unauthorized*"),
                                        SearchField.WRITE_ONLY,
                                        List.of()),
                                List.of("eventtime", "userIdentity.arn", "requestparameters"),
                                OptionalLong.empty())),
                new Named(
                        "succeeded-reads",
                        filter(Map.of(
                                SearchField.ERROR,
                                List.of("none"),
                                SearchField.READ_ONLY,
                                List.of(),
                                SearchField.EVENT_ID,
                                List.of("9f1c1e5e-0000-4000-8000-000000000001")))),
                new Named(
                        "failed", filter(Map.of(SearchField.ERROR, List.of("any"), SearchField.USER, List.of("root")))),
                new Named(
                        "hostile",
                        filter(Map.of(
                                SearchField.USER,
                                List.of("' OR 1=1 --", "\\' OR ''=' /*", "100%_\\*"),
                                SearchField.RESOURCE,
                                List.of("'}{0} ? :x ${y}")))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void renders_as_the_golden_file_and_is_one_query_over_one_table(Named named) {
        String sql = named.filter().sql().text();
        Golden.assertMatches("query/filter-" + named.name() + ".sql", sql + "\n");
        assertThat(AthenaSql.parse(named.filter().sql()).tables())
                .extracting(table -> table.table())
                .containsExactly("cloudtrail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 --", "a'b", "''", "\\'", "x\\", "{0}", "\\?", ":name", "%_", "ı İ ŞŞ", "😀'"})
    void a_hostile_value_stays_one_literal(String value) {
        String sql =
                filter(Map.of(SearchField.USER, List.of(value.strip()))).sql().text();
        String harmless =
                filter(Map.of(SearchField.USER, List.of("harmless"))).sql().text();
        assertThat(TrinoTokens.withoutStrings(sql)).isEqualTo(TrinoTokens.withoutStrings(harmless));
    }

    @Test
    void values_that_match_nothing_are_refused_with_a_good_one() {
        refused(() -> filter(Map.of(SearchField.EVENT_NAME, List.of("ec2:RunInstances"))), "for example RunInstances");
        refused(() -> filter(Map.of(SearchField.IP, List.of("10.0.0.1/8"))), "did you mean 10.0.0.0/8?");
        refused(() -> filter(Map.of(SearchField.IP, List.of("300.1.1.1"))), "write 198.51.100.7");
        refused(() -> filter(Map.of(SearchField.ACCESS_KEY, List.of("AIDAIOSFODNN7EXAMPLE"))), "is the id of a user");
        refused(() -> filter(Map.of(), List.of("sourceip"), OptionalLong.empty()), "did you mean 'sourceipaddress'?");
        refused(() -> filter(Map.of(), List.of("arn"), OptionalLong.empty()), "did you mean 'useridentity.arn'?");
        refused(() -> filter(Map.of(SearchField.USER, List.of(""))), "empty user");
        refused(() -> filter(Map.of(), List.of(), OptionalLong.of(0)), "1 or more");
        refused(
                () -> filter(Map.of(SearchField.ERROR, List.of("any", "AccessDenied"))),
                "--error any,AccessDenied: any and none");
        refused(
                () -> filter(Map.of(SearchField.READ_ONLY, List.of(), SearchField.WRITE_ONLY, List.of())),
                "--read-only cannot be combined with --write-only");
    }

    private static EventFilter filter(Map<SearchField, List<String>> values) {
        return filter(values, List.of(), OptionalLong.empty());
    }

    private static EventFilter filter(Map<SearchField, List<String>> values, List<String> columns, OptionalLong limit) {
        return new EventFilter(values, columns, limit);
    }

    private static void refused(ThrowingCallable filter, String hint) {
        assertThatThrownBy(filter).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(hint);
    }
}
