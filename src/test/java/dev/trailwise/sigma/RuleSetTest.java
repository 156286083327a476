package dev.trailwise.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.failure.Failure;
import dev.trailwise.query.detection.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetTest {
    private static final String RULE = """
            title: %s
            id: 6f3e2987-db24-4c78-a860-b4f4095a709%d
            name: name_%2$d
            author: A. Writer
            license: DRL-1.1
            logsource: {product: aws, service: cloudtrail}
            detection:
                selection: {eventName: E%2$d}
                condition: selection
            falsepositives: [Tests, Drills]
            level: high
            tags: [attack.persistence, attack.t1098.001]
            """;

    private static final String FILTER = """
            title: Without administrators
            logsource: {product: aws, service: cloudtrail}
            filter:
                rules: %s
                selection: {userIdentity.userName|startswith: adm_}
                condition: %s
            """;

    @TempDir
    Path folder;

    @Test
    void a_rule_is_a_detection_with_its_author_and_license() throws IOException {
        write("iam/backdoor.yml", RULE.formatted("Backdoor", 1));
        assertThat(read().rules()).singleElement().satisfies(rule -> {
            var detection = rule.detection();
            assertThat(detection.name()).isEqualTo("backdoor");
            assertThat(detection.topic()).isEqualTo("iam");
            assertThat(detection.title()).isEqualTo("Backdoor");
            assertThat(detection.mitre()).containsExactly("T1098.001");
            assertThat(detection.detection()).hasValueSatisfying(found -> {
                assertThat(found.level()).isEqualTo(Level.HIGH);
                assertThat(found.falsePositives()).isEqualTo("Tests Drills");
                assertThat(found.attribution())
                        .hasToString("Optional[Sigma rule 6f3e2987-db24-4c78-a860-b4f4095a7091, by A. Writer,"
                                + " license DRL-1.1]");
            });
        });
    }

    @Test
    void rules_of_all_folders_are_read_and_two_of_one_name_stay_two() throws IOException {
        write("a/x.yml", RULE.formatted("One", 1));
        write("b/x.yaml", RULE.formatted("Two", 2));
        write("b/two.yml", RULE.formatted("Three", 3) + "---\n" + RULE.formatted("Four", 4));
        write("b/readme.md", "no rule");
        write("b/.hidden.yml", "no rule");
        assertThat(read().rules()).extracting(SigmaRule::name).containsExactly("x", "name_3", "name_4", "x-2");
    }

    @Test
    void rules_for_other_logs_are_neither_run_nor_refused() throws IOException {
        write("windows.yml", RULE.formatted("W", 1).replace("product: aws, service: cloudtrail", "product: windows"));
        write("flow.yml", RULE.formatted("F", 2).replace("service: cloudtrail", "service: vpcflow"));
        RuleSet rules = read();
        assertThat(rules.rules()).isEmpty();
        assertThat(rules.problems()).isEmpty();
        assertThat(new RuleReport(rules).lines())
                .containsExactly(
                        "skipped  rules/flow.yml:1: F: for aws/vpcflow logs",
                        "skipped  rules/windows.yml:1: W: for windows logs");
    }

    @Test
    void a_filter_narrows_the_rules_that_it_names_by_id_name_or_all() throws IOException {
        write("1.yml", RULE.formatted("One", 1));
        write("2.yml", RULE.formatted("Two", 2));
        for (String reference : List.of("[6F3E2987-db24-4c78-a860-b4f4095a7091]", "[name_1]", "[One]", "name_1")) {
            write("f.yml", FILTER.formatted(reference, "not selection"));
            assertThat(read().rules().get(0).predicate().sql()).as(reference).contains("adm");
            assertThat(read().rules().get(1).predicate().sql()).as(reference).doesNotContain("adm");
        }
        write("f.yml", FILTER.formatted("any", "not selection"));
        assertThat(read().rules())
                .allSatisfy(rule -> assertThat(rule.predicate().sql())
                        .endsWith("NOT coalesce(lower(useridentity.username) LIKE 'adm\\_%' ESCAPE '\\', FALSE)"));
    }

    @Test
    void a_filter_of_no_rule_is_a_warning_and_one_that_may_mean_the_opposite_is_refused() throws IOException {
        write("1.yml", RULE.formatted("One", 1));
        write("f.yml", FILTER.formatted("[other]", "not selection"));
        assertThat(new RuleReport(read()).lines())
                .contains("warning  rules/f.yml:1: Without administrators: a filter of no rule here");
        write("f.yml", FILTER.formatted("[name_1]", "selection"));
        assertThat(read().problems()).singleElement().asString().contains("rules/f.yml:6:", "write 'not' before it");
    }

    @Test
    void paths_that_are_not_there_or_hold_no_rules_are_usage_errors() throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        assertThatThrownBy(this::read).isInstanceOf(Failure.class).hasMessage("no rules (*.yml, *.yaml) in rules");
        assertThatThrownBy(() -> RuleSet.read(folder, List.of(Path.of("gone"))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("there is no");
    }

    @Test
    void a_conversion_is_a_statement_a_rule_and_no_text_of_a_rule_leaves_its_comment() throws IOException {
        write("x.yml", RULE.formatted("\"A\\nDROP TABLE x\"", 1));
        assertThat(Conversion.sql(read(), "db.events")).isEqualTo("""
                -- A DROP TABLE x
                -- Sigma rule 6f3e2987-db24-4c78-a860-b4f4095a7091, by A. Writer, license DRL-1.1
                -- From rules/x.yml, level high
                SELECT eventtime, eventsource, eventname, recipientaccountid, awsregion, useridentity.arn, sourceipaddress, useragent, errorcode, requestparameters, responseelements, eventid
                FROM db.events
                WHERE lower(eventname) = 'e1';
                """);
        assertThatThrownBy(() -> Conversion.sql(read(), "x; DROP")).isInstanceOf(Failure.class);
    }

    @Test
    void our_own_examples_run() {
        RuleReport report =
                new RuleReport(RuleSet.read(Path.of("").toAbsolutePath(), List.of(Path.of("examples/sigma"))));
        assertThat(report.lines()).hasSize(8).allMatch(line -> line.startsWith("runs") || line.startsWith("filter"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("rules").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private RuleSet read() {
        return RuleSet.read(folder, List.of(Path.of("rules")));
    }
}
