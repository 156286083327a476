package dev.trailwise.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.sigma.rule.DocumentReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedRulesTest {
    private static final String HEAD = "title: T\nlogsource: {product: aws, service: cloudtrail}\nlevel: low\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {s: {eventName#contians: x}, condition: s}            | unknown modifier 'contians'; did you mean 'contains'?
            {s: {eventName: x}, condition: t}                     | the condition has 't' where a selection is expected
            {s: {eventName: x}, condition: s and}                 | the condition ends where a selection
            {s: {eventName: x}, condition: (s}                    | the condition ends where ')' is expected
            {s: {eventName: x}, condition: s s}                   | the condition has 's' where the end, 'and' or 'or' is expected
            {s: {eventName: x}, condition: 2 of them}             | '2 of' has no meaning: use 1 of, any of or all of
            {s: {eventName: x}, condition: 1 of filter*}          | no selection is named like 'filter*'
            {s: {eventName: x}, condition: s # count() > 5}       | a condition with | is of Sigma 1; write a correlation
            {s: {eventName: x}}                                   | no condition
            {s: {eventName: []}, condition: s}                    | eventName has no values
            {s: {eventName: {a: b}}, condition: s}                | eventName: a value is text, a number, true, false or null
            {s: {}, condition: s}                                 | the selection 's' is empty
            {s: {eventName#expand: '%names%'}, condition: s}      | eventName|expand: there are no values for the placeholder in '%names%'
            {s: {eventName#re: '(?<=a)b'}, condition: s}          | '(?<' is not among the regular expressions of Sigma
            {s: {eventName#re: 'a++'}, condition: s}              | '++' is not among the regular expressions of Sigma
            {s: {eventName#re: '(a'}, condition: s}               | '(a' is not a regular expression
            {s: {eventName#re: '\\b'}, condition: s}               | '\\b' is not among the regular expressions of Sigma
            {s: {eventName#re#startswith: 'a'}, condition: s}     | startswith takes text
            {s: {eventName#i: 'a'}, condition: s}                 | i takes a regular expression: write re before it
            {s: {sourceIPAddress#cidr: 10.0.0.0/33}, condition: s}| '10.0.0.0/33' is not a network such as
            {s: {eventName#gt: many}, condition: s}               | gt takes a number
            {s: {eventName#exists: maybe}, condition: s}          | exists takes true or false
            {s: {eventName#wide: cmd}, condition: s}              | text in UTF-16 is not in JSON
            {s: {eventName#base64: 'a*'}, condition: s}           | base64 takes text without wildcards
            {s: {eventName#base64offset: 'a'}, condition: s}      | the value is too short for base64offset
            {s: {eventName#contains: null}, condition: s}         | contains takes text
            {s: {eventName: yes}, condition: s}                   | 'yes' is text in YAML 1.2 and a truth value before
            {s: {userIdentity: x}, condition: s}                  | the table has no text of userIdentity as a whole
            {s: {resources: x}, condition: s}                     | name a field of it, such as resources.ARN
            {s: {'requestParameters.a[0].b': x}, condition: s}    | lists need no index or wildcard
            {s: {eventName: x, eventName: y}, condition: s}       | duplicate key 'eventName'
            {s: {eventName: x}, timeframe: 5m, condition: s}      | timeframe is of Sigma 1
            {s: [[a]], condition: s}                              | the selection 's' has an item that is neither text nor fields
            """)
    void what_cannot_be_meant_is_refused_with_the_reason(String detection, String reason) {
        assertThat(problems(HEAD + "detection: " + detection.replace('#', '|')))
                .singleElement()
                .asString()
                .startsWith("r:")
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            level: low                                                     | r:1: no title
            title: T                                                       | r:1: no logsource
            'title: T\nlogsource: {product: aws}'                          | r:1: no detection
            'title: T\ntitle: U'                                           | r:2: duplicate key 'title'
            'title: T\naction: global'                                     | r:1: action is of Sigma 1
            [1, 2]                                                         | r:1: not a Sigma rule
            'title: [T'                                                    | r:1: invalid YAML
            'title: T\na: &x y\nb: *x'                                     | r:3: invalid YAML: aliases
            """)
    void what_is_no_rule_is_refused_with_its_line(String text, String problem) {
        assertThat(problems(text.replace("\\n", "\n")))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void a_reason_has_the_line_that_it_is_about() {
        String rule = HEAD
                + "detection:\n  s:\n    eventName: x\n    errorCode|gt:\n      - 5\n      - many\n  condition: s\n";
        assertThat(problems(rule)).containsExactly("r:9: errorCode|gt: gt takes a number");
    }

    @Test
    void an_unknown_level_is_refused_and_a_missing_one_is_noted() {
        String rule = "title: T\nlogsource: {product: aws}\ndetection: {s: {eventName: x}, condition: s}\n";
        assertThat(problems(rule + "level: urgent")).singleElement().asString().contains("level is one of");
        assertThat(new RuleReport(rules(rule)).lines())
                .singleElement()
                .asString()
                .startsWith("warning")
                .contains("no level: medium is assumed");
    }

    @Test
    void a_field_that_cloudtrail_lacks_is_a_warning_that_names_the_nearest() {
        String rule = HEAD + "detection: {s: {eventNam: x}, condition: s}";
        assertThat(new RuleReport(rules(rule)).lines())
                .singleElement()
                .asString()
                .contains("it matches no event", "CloudTrail has no field 'eventNam'; did you mean 'eventName'?");
    }

    private static List<String> problems(String text) {
        return rules(text).problems();
    }

    private static RuleSet rules(String text) {
        return RuleSet.of(List.of(RuleFile.of("r", "t", "r", DocumentReader.read(text))));
    }
}
