package dev.trailwise.sigma.rule;

import dev.trailwise.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the selections of a rule or filter, each a name and what it selects. */
final class Selections {
    private Selections() {}

    /** @param reserved keys that are not selections */
    static Map<String, Condition> read(Yaml.Mapping detection, Set<String> reserved) {
        RuleFields.checkTwice(detection);
        Map<String, Condition> selections = new LinkedHashMap<>();
        for (Yaml.Entry entry : detection.entries()) {
            if (reserved.contains(entry.key())) {
                continue;
            }
            if (entry.key().equals("timeframe")) {
                throw new Refusal(entry.line(), "timeframe is of Sigma 1; write a correlation");
            }
            if (!entry.key().matches("[A-Za-z0-9_-]+")) {
                throw new Refusal(
                        entry.line(), "'" + entry.key() + "' names no selection: use letters, digits, _ and -");
            }
            selections.put(entry.key(), selection(entry.key(), entry.value()));
        }
        return selections;
    }

    private static Condition selection(String name, Yaml value) {
        if (value instanceof Yaml.Mapping mapping) {
            return map(name, mapping);
        }
        if (value instanceof Yaml.Sequence sequence && !sequence.items().isEmpty()) {
            return Condition.any(
                    sequence.items().stream().map(item -> item(name, item)).toList());
        }
        if (value instanceof Yaml.Scalar) {
            return item(name, value);
        }
        throw new Refusal(value.line(), "the selection '" + name + "' is empty");
    }

    private static Condition item(String name, Yaml item) {
        if (item instanceof Yaml.Mapping mapping) {
            return map(name, mapping);
        }
        if (item instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            return FieldValues.keyword(scalar);
        }
        throw new Refusal(item.line(), "the selection '" + name + "' has an item that is neither text nor fields");
    }

    private static Condition map(String name, Yaml.Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            throw new Refusal(mapping.line(), "the selection '" + name + "' is empty");
        }
        RuleFields.checkTwice(mapping);
        List<Condition> fields = new ArrayList<>();
        mapping.entries().forEach(entry -> fields.add(FieldValues.read(entry)));
        return Condition.all(fields);
    }
}
