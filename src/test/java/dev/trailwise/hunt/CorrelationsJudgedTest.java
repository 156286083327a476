package dev.trailwise.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.hunt.correlation.Correlator;
import dev.trailwise.sigma.CorrelatedEvents;
import dev.trailwise.sigma.CorrelationJudge;
import dev.trailwise.sigma.HuntedEvents;
import dev.trailwise.sigma.RandomCorrelations;
import dev.trailwise.sigma.RuleJudge;
import dev.trailwise.sigma.RuleSet;
import dev.trailwise.sigma.SigmaCorrelation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random correlations over random events: a hunt finds what they mean. */
class CorrelationsJudgedTest {
    @TempDir
    Path logs;

    @Test
    void random_correlations_find_what_they_mean_in_one_statement() throws IOException {
        long seed = Long.getLong("sigma.seed", 20261130L);
        int count = Integer.getInteger("sigma.correlations", 520);
        List<ObjectNode> events = new CorrelatedEvents(seed).events(90);
        List<String> documents = new RandomCorrelations(seed).documents(count);
        RuleSet rules = RuleJudge.read(documents);
        assertThat(rules.problems()).allMatch(problem -> problem.contains("does not group by"));
        CorrelationPlan plan = new CorrelationPlan(rules.correlations());
        List<FusedStatement> statements =
                HuntPlan.ofRules(List.of(), plan, List.of()).fused();
        assertThat(statements).hasSize(1);
        Correlator correlator = new Correlator(plan.correlations());
        try (HuntedEvents hunted = new HuntedEvents(logs, events)) {
            hunted.ask(
                    statements.get(0).sql().text(),
                    new CorrelatedRows(new CollectedRows(), correlator, plan.fields(), () -> {}));
        }
        CorrelationJudge judge = new CorrelationJudge(documents, events);
        List<String> differences = new ArrayList<>();
        int some = 0;
        for (SigmaCorrelation correlation : plan.correlations()) {
            String name = correlation.correlation().about().name().orElseThrow();
            Set<String> found = new TreeSet<>();
            correlator
                    .findings(correlation.name())
                    .forEach(finding -> found.add(CorrelationJudge.line(
                            finding.group(), finding.value(), finding.events(), finding.first(), finding.last())));
            Set<String> meant = judge.findings(name);
            some += meant.isEmpty() ? 0 : 1;
            if (!found.equals(meant)) {
                differences.add(documents.stream()
                                .filter(text -> text.contains("\"" + name + "\""))
                                .findFirst()
                                .orElseThrow()
                        + "\nmeant " + meant + "\nfound " + found);
            }
        }
        assertThat(differences).as("seed " + seed).isEmpty();
        assertThat(plan.correlations().size()).as("usable of " + count).isGreaterThan(count * 95 / 100);
        assertThat(some).as("correlations with findings").isGreaterThan(count / 2);
    }

    @Test
    void statements_of_correlations_find_the_windows_that_match() throws IOException {
        long seed = Long.getLong("sigma.seed", 20261130L);
        int count = Integer.getInteger("sigma.statements", 14);
        List<ObjectNode> events = new CorrelatedEvents(seed).events(50);
        List<String> documents = new RandomCorrelations(seed).documents(count);
        CorrelationJudge judge = new CorrelationJudge(documents, events);
        List<String> differences = new ArrayList<>();
        int some = 0;
        try (HuntedEvents hunted = new HuntedEvents(logs, events)) {
            for (SigmaCorrelation correlation : RuleJudge.read(documents).correlations()) {
                String sql = RuleJudge.statement(correlation).orElse("");
                if (sql.isEmpty()) {
                    continue;
                }
                CollectedRows rows = new CollectedRows();
                hunted.ask(sql, rows);
                Set<String> found = new TreeSet<>();
                rows.rows().forEach(row -> found.add(window(row)));
                Set<String> meant =
                        judge.windows(correlation.correlation().about().name().orElseThrow());
                some += meant.isEmpty() ? 0 : 1;
                if (!found.equals(meant)) {
                    differences.add(sql + "\nmeant " + meant + "\nfound " + found);
                }
            }
        }
        assertThat(differences).as("seed " + seed).isEmpty();
        assertThat(some).as("correlations with windows").isGreaterThan(count / 3);
    }

    private static String window(@Nullable Object[] row) {
        return Arrays.asList(row).subList(2, row.length - 1) + " " + row[1] + " "
                + CorrelationJudge.number(new BigDecimal(String.valueOf(row[row.length - 1])));
    }
}
