package dev.trailwise.sigma.rule;

import dev.trailwise.query.detection.Level;
import dev.trailwise.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the documents of a file of Sigma rules.
 *
 * @see <a
 *     href="https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md">Sigma rules
 *     specification</a>
 */
public final class DocumentReader {
    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.(t[0-9]{4}(?:\\.[0-9]{3})?)");

    private DocumentReader() {}

    /** The documents of a file, in their order. */
    public static List<Document> read(String text) {
        try {
            List<Document> documents = new ArrayList<>();
            for (Yaml document : Yaml.documents(text)) {
                if (!(document instanceof Yaml.Scalar scalar && scalar.isNull())) {
                    documents.add(document(document));
                }
            }
            return documents;
        } catch (Yaml.Malformed malformed) {
            return List.of(
                    new Document.Refused("", new Refusal(malformed.line(), "invalid YAML: " + malformed.getMessage())));
        }
    }

    private static Document document(Yaml document) {
        if (!(document instanceof Yaml.Mapping mapping)) {
            return new Document.Refused("", new Refusal(document.line(), "not a Sigma rule"));
        }
        String title = RuleFields.text(mapping, "title").orElse("");
        try {
            return read(mapping, title);
        } catch (Refusal refusal) {
            return new Document.Refused(title, refusal);
        }
    }

    private static Document read(Yaml.Mapping mapping, String title) {
        RuleFields.checkTwice(mapping);
        if (mapping.get("action").isPresent()) {
            throw new Refusal(mapping.line(), "action is of Sigma 1; write each rule whole");
        }
        if (mapping.get("correlation").isPresent()) {
            return new Document.OfCorrelation(correlation(mapping, title));
        }
        if (title.isBlank()) {
            throw new Refusal(mapping.line(), "no title");
        }
        LogSource source = LogSource.read(mapping);
        if (!source.isCloudTrail()) {
            return new Document.OfOtherLogs(title, names(mapping, title), source, mapping.line());
        }
        return mapping.get("filter").isPresent()
                ? new Document.OfFilter(filter(mapping, title))
                : new Document.OfRule(rule(mapping, title));
    }

    private static Rule rule(Yaml.Mapping mapping, String title) {
        Yaml.Mapping detection = RuleFields.mapping(mapping, "detection");
        Map<String, Condition> selections = Selections.read(detection, Set.of("condition"));
        Yaml conditions = detection.get("condition").orElseThrow(() -> new Refusal(detection.line(), "no condition"));
        List<Condition> all = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Yaml one : conditions instanceof Yaml.Sequence list ? list.items() : List.of(conditions)) {
            ConditionParser.Parsed parsed = ConditionParser.parse(RuleFields.scalar(one), selections, one.line());
            all.add(parsed.condition());
            used.addAll(parsed.used());
        }
        if (all.isEmpty()) {
            throw new Refusal(detection.line(), "no condition");
        }
        List<String> notes = new ArrayList<>();
        selections.keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> notes.add("the condition does not use the selection '" + name + "'"));
        return rule(mapping, title, Condition.any(all), notes);
    }

    /** A correlation inside a chain may have a name alone. */
    private static Correlation correlation(Yaml.Mapping mapping, String title) {
        String called = title.isBlank() ? RuleFields.text(mapping, "name").orElse("") : title;
        if (called.isBlank()) {
            throw new Refusal(mapping.line(), "no title");
        }
        if (mapping.get("detection").isPresent() || mapping.get("filter").isPresent()) {
            throw new Refusal(
                    mapping.line(), "a correlation has no detection; write the rule as a document of its own");
        }
        return CorrelationReader.read(mapping, rule(mapping, called, new Condition.Any(List.of()), new ArrayList<>()));
    }

    private static List<String> names(Yaml.Mapping mapping, String title) {
        List<String> names = new ArrayList<>(List.of(title));
        RuleFields.text(mapping, "id").ifPresent(names::add);
        RuleFields.text(mapping, "name").ifPresent(names::add);
        return names;
    }

    private static Rule rule(Yaml.Mapping mapping, String title, Condition condition, List<String> notes) {
        RuleFields.text(mapping, "status")
                .filter(status -> status.equals("deprecated") || status.equals("unsupported"))
                .ifPresent(status -> notes.add("its status is " + status));
        return new Rule(
                title,
                RuleFields.text(mapping, "id"),
                RuleFields.text(mapping, "name"),
                RuleFields.text(mapping, "author"),
                RuleFields.text(mapping, "license"),
                RuleFields.text(mapping, "description").orElse(""),
                techniques(mapping),
                level(mapping, notes),
                RuleFields.texts(mapping, "falsepositives"),
                condition,
                notes,
                mapping.line());
    }

    private static List<String> techniques(Yaml.Mapping mapping) {
        return RuleFields.texts(mapping, "tags").stream()
                .map(tag -> TECHNIQUE.matcher(tag.toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .map(technique -> technique.group(1).toUpperCase(Locale.ROOT))
                .toList();
    }

    private static Level level(Yaml.Mapping mapping, List<String> notes) {
        Optional<Yaml> level = mapping.get("level");
        if (level.isEmpty()) {
            notes.add("it has no level: medium is assumed");
            return Level.MEDIUM;
        }
        String name = RuleFields.scalar(level.get()).strip().toLowerCase(Locale.ROOT);
        return Level.named(name)
                .orElseThrow(() -> new Refusal(
                        level.get().line(),
                        "level is one of " + String.join(", ", Level.names()) + ", not '" + name + "'"));
    }

    private static Filter filter(Yaml.Mapping mapping, String title) {
        Yaml.Mapping filter = RuleFields.mapping(mapping, "filter");
        Map<String, Condition> selections = Selections.read(filter, Set.of("rules", "condition"));
        Yaml condition = filter.get("condition").orElseThrow(() -> new Refusal(filter.line(), "no condition"));
        Condition parsed = ConditionParser.parse(RuleFields.scalar(condition), selections, condition.line())
                .condition();
        if (!RuleFields.scalar(condition).matches("(?is)(.*[\\s(])?not[\\s(].*")) {
            throw new Refusal(
                    condition.line(),
                    "the condition of a filter selects the events that stay; to leave out what a selection selects, write"
                            + " 'not' before it");
        }
        Yaml rules = filter.get("rules").orElseThrow(() -> new Refusal(filter.line(), "no rules"));
        List<String> names = RuleFields.texts(filter, "rules");
        boolean any = rules instanceof Yaml.Scalar
                && names.size() == 1
                && names.get(0).matches("(?i)any|all");
        return new Filter(title, any ? List.of() : named(names, rules), parsed, mapping.line());
    }

    private static List<String> named(List<String> names, Yaml rules) {
        if (names.isEmpty()) {
            throw new Refusal(rules.line(), "rules is any, or a list of ids or names of rules");
        }
        return names;
    }
}
