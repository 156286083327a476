package dev.trailwise.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random rules over random events: the statements of a hunt find what the interpreter finds. */
class RulesJudgedTest {
    /** More rules in one statement take DuckDB longer to plan than several statements. */
    private static final int AT_ONCE = 60;

    @TempDir
    Path logs;

    @Test
    void two_thousand_random_rules_find_what_they_mean() throws IOException {
        long seed = Long.getLong("sigma.seed", 20261130L);
        int count = Integer.getInteger("sigma.count", 2_100);
        List<ObjectNode> events = new RandomEvents(seed).events(100);
        RandomRules random = new RandomRules(seed, events);
        List<String> rules = IntStream.range(0, count).mapToObj(random::rule).toList();
        Map<Integer, SigmaRule> converted = RuleJudge.converted(rules);
        Map<String, Set<String>> found;
        try (HuntedEvents hunted = new HuntedEvents(logs, events)) {
            found = hunted.find(List.copyOf(converted.values()), AT_ONCE);
        }
        List<String> differences = new ArrayList<>();
        long some = 0;
        for (Map.Entry<Integer, SigmaRule> rule : converted.entrySet()) {
            String text = rules.get(rule.getKey());
            Set<String> meant = RuleJudge.meant(text, events);
            Set<String> hunted = found.getOrDefault(rule.getValue().name(), Set.of());
            some += meant.isEmpty() || meant.size() == events.size() ? 0 : 1;
            if (!meant.equals(hunted)) {
                differences.add(difference(text, rule.getValue(), meant, hunted, events));
            }
        }
        assertThat(differences).as("seed " + seed).isEmpty();
        assertThat(converted.size()).as("usable of " + count).isGreaterThan(count * 93 / 100);
        assertThat(some).as("rules that mean some events").isGreaterThan(count / 3);
    }

    private static String difference(
            String text, SigmaRule rule, Set<String> meant, Set<String> hunted, List<ObjectNode> events) {
        Set<String> missed = new TreeSet<>(meant);
        missed.removeAll(hunted);
        Set<String> more = new TreeSet<>(hunted);
        more.removeAll(meant);
        String id =
                missed.isEmpty() ? more.iterator().next() : missed.iterator().next();
        return text + "\n" + rule.predicate().sql() + "\nmissed " + missed + ", found too " + more + "\n"
                + events.stream()
                        .filter(event -> event.get("eventID").asText().equals(id))
                        .findFirst()
                        .orElseThrow();
    }
}
