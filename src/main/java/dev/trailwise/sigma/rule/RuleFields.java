package dev.trailwise.sigma.rule;

import dev.trailwise.yaml.Yaml;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of a document. */
final class RuleFields {
    private RuleFields() {}

    /** A text; nothing when it is absent, empty or not a text. */
    static Optional<String> text(Yaml.Mapping mapping, String key) {
        return texts(mapping, key).stream().findFirst();
    }

    /** The texts of a list, or a single text. */
    static List<String> texts(Yaml.Mapping mapping, String key) {
        Optional<Yaml> value = mapping.get(key);
        List<Yaml> items = value.map(given -> given instanceof Yaml.Sequence list ? list.items() : List.of(given))
                .orElse(List.of());
        return items.stream()
                .filter(Yaml.Scalar.class::isInstance)
                .map(item -> ((Yaml.Scalar) item).text().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static String scalar(Yaml value) {
        if (value instanceof Yaml.Scalar scalar && !scalar.isNull()) {
            return scalar.text();
        }
        throw new Refusal(value.line(), "a text is expected here");
    }

    static Yaml.Mapping mapping(Yaml.Mapping document, String key) {
        Yaml value = document.get(key).orElseThrow(() -> new Refusal(document.line(), "no " + key));
        if (value instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        throw new Refusal(value.line(), key + " has selections and a condition");
    }

    static void checkTwice(Yaml.Mapping mapping) {
        Set<String> seen = new HashSet<>();
        for (Yaml.Entry entry : mapping.entries()) {
            if (!seen.add(entry.key())) {
                throw new Refusal(entry.line(), "duplicate key '" + entry.key() + "'");
            }
        }
    }
}
