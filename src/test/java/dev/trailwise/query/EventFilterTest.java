package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.query.EventFilter.Access;
import dev.trailwise.query.EventFilter.Outcome;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.testing.Golden;
import java.util.List;
import java.util.stream.Stream;
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
                new Named("nothing", EventFilter.builder().build()),
                new Named(
                        "names",
                        EventFilter.builder()
                                .eventNames(List.of("RunInstances", "createuser", "Describe*"))
                                .eventSources(List.of("ec2", "IAM.amazonaws.com"))
                                .build()),
                new Named(
                        "who",
                        EventFilter.builder()
                                .users(List.of("Alice"))
                                .principals(List.of("arn:aws:iam::111122223333:role/Admin", "*deploy?_*"))
                                .accessKeys(List.of("akiaiosfodnn7example", "ASIA*"))
                                .build()),
                new Named(
                        "where",
                        EventFilter.builder()
                                .addresses(
                                        List.of("198.51.100.7", "10.0.0.0/8", "2001:DB8:0:0::/32", "*.amazonaws.com"))
                                .userAgents(List.of("*boto3*"))
                                .limit(50)
                                .build()),
                new Named(
                        "what",
                        EventFilter.builder()
                                .resources(List.of("my_bucket", "i-0abc*"))
                                .outcome(Outcome.FAILED)
                                .errors(List.of("AccessDenied", "*Unauthorized*"))
                                .access(Access.WRITE)
                                .columns(List.of("eventtime", "userIdentity.arn", "requestparameters"))
                                .build()),
                new Named(
                        "succeeded-reads",
                        EventFilter.builder()
                                .outcome(Outcome.SUCCEEDED)
                                .access(Access.READ)
                                .eventIds(List.of("9f1c1e5e-0000-4000-8000-000000000001"))
                                .build()),
                new Named(
                        "hostile",
                        EventFilter.builder()
                                .users(List.of("' OR 1=1 --", "\\' OR ''=' /*", "100%_\\*"))
                                .resources(List.of("'}{0} ? :x ${y}"))
                                .build()));
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
        String sql = EventFilter.builder()
                .users(List.of(value.strip()))
                .build()
                .sql()
                .text();
        String harmless =
                EventFilter.builder().users(List.of("harmless")).build().sql().text();
        assertThat(TrinoTokens.withoutStrings(sql)).isEqualTo(TrinoTokens.withoutStrings(harmless));
    }

    @Test
    void values_that_match_nothing_are_refused_with_a_good_one() {
        refused(EventFilter.builder().eventNames(List.of("ec2:RunInstances")), "for example RunInstances");
        refused(EventFilter.builder().addresses(List.of("10.0.0.1/8")), "did you mean 10.0.0.0/8?");
        refused(EventFilter.builder().addresses(List.of("300.1.1.1")), "write 198.51.100.7");
        refused(EventFilter.builder().accessKeys(List.of("AIDAIOSFODNN7EXAMPLE")), "is the id of a user");
        refused(EventFilter.builder().columns(List.of("sourceip")), "did you mean 'sourceipaddress'?");
        refused(EventFilter.builder().columns(List.of("arn")), "did you mean 'useridentity.arn'?");
        refused(EventFilter.builder().users(List.of("")), "empty user");
        refused(EventFilter.builder().limit(0), "1 or more");
    }

    private static void refused(EventFilter.Builder builder, String hint) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(hint);
    }
}
