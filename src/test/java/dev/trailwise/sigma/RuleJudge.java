package dev.trailwise.sigma;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.trailwise.sigma.rule.DocumentReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the interpreter and the conversion say of rules. */
public final class RuleJudge {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RuleJudge() {}

    /** The ids of the events that a rule means. */
    static Set<String> meant(String rule, List<? extends JsonNode> events) throws IOException {
        Interpreter interpreter = new Interpreter(YAML.readTree(rule));
        Set<String> ids = new TreeSet<>();
        for (JsonNode event : events) {
            if (interpreter.matches(event)) {
                ids.add(event.get("eventID").asText());
            }
        }
        return ids;
    }

    /** All documents as if in one file. */
    public static RuleSet read(List<String> documents) {
        return RuleSet.of(
                List.of(RuleFile.of("r", "test", "r", DocumentReader.read(String.join("\n---\n", documents)))));
    }

    /** The statement of a correlation; nothing for one of correlations. */
    public static Optional<String> statement(SigmaCorrelation correlation) {
        return CorrelationSql.isStatement(correlation)
                ? Optional.of(CorrelationSql.of(correlation, "cloudtrail"))
                : Optional.empty();
    }

    /** The rules of texts, by the texts' places. */
    public static Map<Integer, SigmaRule> converted(List<String> rules) {
        Map<Integer, SigmaRule> converted = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            RuleFile file = RuleFile.of("r" + i, "test", "r" + i, DocumentReader.read(rules.get(i)));
            List<SigmaRule> usable = new ArrayList<>(RuleSet.of(List.of(file)).rules());
            if (usable.size() == 1) {
                converted.put(i, usable.get(0));
            }
        }
        return converted;
    }
}
