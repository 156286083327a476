package dev.trailwise.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sigma.rule.DocumentReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Correlations that are not run, and what is said of those that are. */
class RefusedCorrelationsTest {
    private static final String RULES = """
            title: A
            name: a
            logsource: {product: aws, service: cloudtrail}
            detection: {s: {eventName: x}, condition: s}
            level: low
            ---
            title: B
            id: 6f3e2987-db24-4c78-a860-b4f4095a7091
            logsource: {product: aws, service: cloudtrail}
            detection: {s: {eventName: y}, condition: s}
            level: low
            ---
            title: W
            name: w
            logsource: {product: windows}
            ---
            title: Inner
            name: inner
            correlation: {type: event_count, rules: [a], group-by: [awsRegion], timespan: 1m, condition: {gte: 2}}
            level: low
            ---
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: event_cuont, rules: [a], timespan: 1m, condition: {gte: 2}}                    | unknown correlation type 'event_cuont'; did you mean 'event_count'?
            {type: value_percentile, rules: [a], timespan: 1m, condition: {field: x, gte: 2}}     | does not say how the percentile is computed
            {rules: [a], timespan: 1m, condition: {gte: 2}}                                       | no type
            {type: event_count, timespan: 1m, condition: {gte: 2}}                                | rules is a list of different ids or names
            {type: event_count, rules: [a, a], timespan: 1m, condition: {gte: 2}}                 | rules is a list of different ids or names
            {type: event_count, rules: [gone], timespan: 1m, condition: {gte: 2}}                 | no rule for CloudTrail with the id or name 'gone' runs here
            {type: event_count, rules: [a], condition: {gte: 2}}                                  | no timespan
            {type: event_count, rules: [a], timespan: 1M, condition: {gte: 2}}                    | timespan is a number with s, m, h or d, such as 10m, not '1M'
            {type: event_count, rules: [a], timespan: 0s, condition: {gte: 2}}                    | timespan is a number
            {type: event_count, rules: [a], timespan: 9999d, condition: {gte: 2}}                 | timespan is at most 366d
            {type: event_count, rules: [a], timespan: 1m}                                         | no condition
            {type: event_count, rules: [a], timespan: 1m, condition: {}}                          | condition has a comparison
            {type: event_count, rules: [a], timespan: 1m, condition: {min: 2}}                    | unknown comparison 'min'
            {type: event_count, rules: [a], timespan: 1m, condition: {gte: 1.5}}                  | '1.5' is not a number to compare with
            {type: event_count, rules: [a], timespan: 1m, condition: a and a}                     | condition is a comparison
            {type: event_count, rules: [a], timespan: 1m, condition: {field: eventName, gte: 2}}  | event_count has no field
            {type: value_count, rules: [a], timespan: 1m, condition: {gte: 2}}                    | the condition of value_count has a field
            {type: value_count, rules: [a], timespan: 1m, condition: {field: nope, gte: 2}}       | CloudTrail has no field 'nope'
            {type: event_count, rules: [a], group-by: [userIdentity], timespan: 1m, condition: {gte: 2}} | no text of userIdentity as a whole
            {type: event_count, rules: [a], group: [x], timespan: 1m, condition: {gte: 2}}        | unknown key 'group' of a correlation
            {type: event_count, rules: [inner], timespan: 1m, condition: {gte: 2}}                | because its windows overlap
            {type: temporal, rules: [inner, a], group-by: [eventName], timespan: 1m}              | the correlation 'inner' does not group by eventName
            {type: temporal, rules: [t, a], timespan: 1m}                                         | the correlation 't' refers to itself
            {type: temporal, rules: [a, w], timespan: 1m}                                         | no rule for CloudTrail with the id or name 'w'
            {type: temporal, rules: [a, B], timespan: 1m, condition: a}                           | the condition does not use the rule 'B'
            {type: temporal_ordered, rules: [a, B], timespan: 1m, condition: a or B}              | is that all rules match in their order
            {type: temporal_ordered, rules: [a, B], timespan: 1m, condition: {gte: 1}}            | is that all rules match in their order
            {type: temporal, rules: [a, B], group-by: [x], aliases: {x: {a: awsRegion}}, timespan: 1m} | the alias 'x' has no field of the rule 'B'
            {type: temporal, rules: [a, B], aliases: {x: {a: awsRegion}}, timespan: 1m}           | group-by does not use the alias 'x'
            """)
    void what_cannot_be_meant_is_refused_with_the_reason(String correlation, String reason) {
        assertThat(rules(correlation).problems())
                .singleElement()
                .asString()
                .startsWith("r:")
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: event_count, rules: [a], group-by: [awsRegion], timespan: 90s, condition: {gt: 2, lte: 9}} | events of a within 90s for the same awsRegion: > 2 and <= 9
            {type: event_count, rules: [A], timespan: 60m, condition: {gte: 1}}                               | events of a within 1h: >= 1; a single event is enough
            {type: value_sum, rules: [a], timespan: 2d, condition: {field: eventName, gte: 1.5}}              | sum of eventName of a within 2d: >= 1.5
            {type: temporal, rules: [a, 6f3e2987-db24-4c78-a860-b4f4095a7091], timespan: 5m}                  | rules of a, r within 5m: >= 2
            {type: temporal, rules: [a, inner], timespan: 5m, condition: a AND NOT inner}                     | a combination of a, inner within 5m
            {type: temporal_ordered, rules: [inner, a], group-by: [awsRegion], timespan: 5m}                  | inner, then a within 5m for the same awsRegion
            """)
    void what_runs_is_said_in_a_line(String correlation, String said) {
        assertThat(new RuleReport(rules(correlation)).lines()).last().asString().contains("low, T: " + said);
    }

    @Test
    void rules_that_only_correlations_use_have_no_findings_unless_generate_says_so() {
        String correlation = "{type: event_count, rules: [a], timespan: 1m, condition: {gte: 2}}";
        assertThat(rules(correlation).detections()).extracting("title").containsExactly("B", "Inner", "T");
        assertThat(rules(correlation + "\ngenerate: true").detections())
                .extracting("title")
                .containsExactly("A", "B", "Inner", "T");
    }

    @Test
    void a_correlation_of_rules_for_other_logs_is_skipped() {
        assertThat(new RuleReport(rules("{type: event_count, rules: [w], timespan: 1m, condition: {gte: 2}}")).lines())
                .last()
                .isEqualTo("skipped  r:22: T: for windows logs");
    }

    @Test
    void a_correlation_of_correlations_is_not_one_statement() {
        RuleSet rules = rules("{type: temporal, rules: [inner, a], timespan: 1m}");
        assertThat(Conversion.problems(rules)).singleElement().asString().contains("is not one statement");
        assertThat(Conversion.sql(rules, "cloudtrail")).doesNotContain("-- T\n").contains("-- B\n");
    }

    private static RuleSet rules(String correlation) {
        String text = RULES + "title: T\nname: t\nlevel: low\ncorrelation: " + correlation;
        return RuleSet.of(List.of(RuleFile.of("r", "t", "r", DocumentReader.read(text))));
    }
}
