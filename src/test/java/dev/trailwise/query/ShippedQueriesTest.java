package dev.trailwise.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.table.TableName;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedQueriesTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final Compiler COMPILER = new Compiler(Map.of(
            new TableName("security", "cloudtrail_logs"), Tables.EVENTS,
            new TableName("security", "cloudtrail_logs_network_activity"), Tables.NETWORK_ACTIVITY,
            new TableName("security", "cloudtrail_logs_insights"), Tables.INSIGHTS,
            new TableName("security", "cloudtrail_logs_aggregated"), Tables.AGGREGATED));
    private static final Scope DAY =
            Scope.of(new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z")));

    static Stream<SavedQuery> queries() {
        return Library.shipped().all().queries().stream();
    }

    @Test
    void every_file_passes_the_check_that_users_run_on_theirs() {
        assertThat(Library.checkShipped().problems()).isEmpty();
        assertThat(Library.shipped().names()).hasSizeGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void it_says_what_it_answers_and_what_it_needs(SavedQuery query) {
        assertThat(query.title()).hasSizeBetween(10, 70).doesNotEndWith(".");
        assertThat(query.description()).hasSizeGreaterThan(30).endsWith(".");
        assertThat(query.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(query.parameters())
                .allSatisfy(parameter ->
                        assertThat(parameter.help()).as(parameter.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void its_integers_have_a_least_value(SavedQuery query) {
        assertThat(query.parameters())
                .filteredOn(parameter -> parameter.type() == ParameterType.INTEGER)
                .allSatisfy(parameter -> assertThat(parameter.min()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void there_is_nothing_to_say_of_it(SavedQuery query) {
        assertThat(query.lints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void it_compiles_with_its_examples_over_one_scan_of_a_table_in_a_fixed_order(SavedQuery query) {
        CompiledQuery compiled = COMPILER.compile(query.bind(query.exampleArguments(), NOW), DAY, DuplicatePolicy.KEPT);
        assertThat(compiled.tables().values())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(compiled.sql())
                        .containsOnlyOnce("cloudtrail_logs"
                                + (table.kind() == LogKind.EVENTS ? "" : "_" + table.logicalName())
                                + "\" WHERE day BETWEEN '2026/11/01' AND '2026/11/02' AND " + table.time()
                                + " >= '2026-11-01T00:00:00Z' AND " + table.time() + " < '2026-11-02T00:00:00Z'"));
        assertThat(compiled.sql())
                .as("an order makes answers the same everywhere")
                .containsPattern("(?s)\nORDER BY [^()]+$");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void it_takes_a_value_for_each_of_its_parameters(SavedQuery query) {
        List<String> all = query.parameters().stream()
                .map(parameter -> parameter.name() + "=" + parameter.goodValue())
                .toList();
        assertThat(COMPILER.compile(query.bind(all, NOW), DAY, DuplicatePolicy.DROPPED)
                        .sql())
                .contains("row_number()");
    }
}
