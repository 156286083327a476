package dev.trailwise.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trailwise.hunt.CorrelationPlan;
import dev.trailwise.hunt.HuntPlan;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.sigma.CorrelatedEvents;
import dev.trailwise.sigma.RandomCorrelations;
import dev.trailwise.sigma.RandomEvents;
import dev.trailwise.sigma.RandomRules;
import dev.trailwise.sigma.RuleJudge;
import dev.trailwise.sigma.SigmaCorrelation;
import dev.trailwise.sigma.SigmaRule;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Partition;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Random events, and random Sigma rules about them as hunts ask them. */
final class RuleEvents {
    /** How many rules a check asks. */
    static final int COUNT = 160;

    private static final int EVENTS = 80;
    private static final int AT_ONCE = 40;

    private RuleEvents() {}

    /** Writes the events of a seed as a file of the trail. */
    static void write(Path folder, long seed) throws IOException {
        write(folder, "T2359Z_Oracle0123456789", events(seed));
    }

    /** Writes events that go together as a file of the trail. */
    static void writeCorrelated(Path folder, long seed) throws IOException {
        write(folder, "T2359Z_Oracle9876543210", new CorrelatedEvents(seed).events(EVENTS));
    }

    private static void write(Path folder, String name, List<ObjectNode> events) throws IOException {
        Partition partition = new Partition(SampleTrail.PRODUCTION, Region.US_EAST_1, new LogDay(TestTrail.BUSY));
        Path file =
                folder.resolve(TestTrail.RULES.layout(LogKind.EVENTS, partition).prefix(partition)
                        + SampleTrail.PRODUCTION.digits() + "_CloudTrail_us-east-1_"
                        + partition.day().partitionValue().replace("/", "") + name + ".json.gz");
        Files.createDirectories(file.getParent());
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("{\"Records\":" + events + "}").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<ObjectNode> events(long seed) {
        return new RandomEvents(seed).events(EVENTS);
    }

    static List<Question> questions(long seed, int count) {
        RandomRules random = new RandomRules(seed, events(seed));
        List<SigmaRule> rules = List.copyOf(RuleJudge.converted(
                        IntStream.range(0, count).mapToObj(random::rule).toList())
                .values());
        List<Question> questions = new ArrayList<>();
        for (int from = 0; from < rules.size(); from += AT_ONCE) {
            HuntPlan plan = HuntPlan.ofRules(rules.subList(from, Math.min(from + AT_ONCE, rules.size())), List.of());
            plan.fused()
                    .forEach(statement -> questions.add(new Question(
                            QuestionSet.SIGMA,
                            TestTrail.RULES,
                            "seed " + seed,
                            statement.sql(),
                            Scope.of(TimeRange.ALL))));
        }
        return questions;
    }

    /** Random correlations: a statement each, and the statement of a hunt of all of them. */
    static List<Question> correlations(long seed, int count) {
        List<SigmaCorrelation> correlations =
                RuleJudge.read(new RandomCorrelations(seed).documents(count)).correlations();
        List<SqlText> statements = new ArrayList<>();
        HuntPlan.ofRules(List.of(), new CorrelationPlan(correlations), List.of())
                .fused()
                .forEach(statement -> statements.add(statement.sql()));
        for (SigmaCorrelation correlation : correlations) {
            RuleJudge.statement(correlation)
                    .ifPresent(sql -> statements.add(SqlText.of(new SqlSource("<correlation>", sql))));
        }
        return statements.stream()
                .map(sql ->
                        new Question(QuestionSet.SIGMA, TestTrail.RULES, "seed " + seed, sql, Scope.of(TimeRange.ALL)))
                .toList();
    }
}
