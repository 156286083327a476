package dev.trailwise.sigma.rule;

import dev.trailwise.failure.Suggestions;
import dev.trailwise.yaml.Yaml;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the correlation of a document.
 *
 * @see <a
 *     href="https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md">Sigma
 *     correlation rules specification</a>
 */
final class CorrelationReader {
    private static final Pattern TIMESPAN = Pattern.compile("([1-9][0-9]{0,8})([smhd])");
    private static final Set<String> KEYS =
            Set.of("type", "rules", "group-by", "aliases", "timespan", "condition", "generate");
    private static final Duration LONGEST = Duration.ofDays(366);

    private CorrelationReader() {}

    /** @param document the whole document, of which {@code about} is the head */
    static Correlation read(Yaml.Mapping document, Rule about) {
        Yaml.Mapping correlation = RuleFields.mapping(document, "correlation");
        RuleFields.checkTwice(correlation);
        for (Yaml.Entry entry : correlation.entries()) {
            if (!KEYS.contains(entry.key())) {
                throw new Refusal(
                        entry.line(),
                        "unknown key '" + entry.key() + "' of a correlation" + Suggestions.hint(entry.key(), KEYS));
            }
        }
        CorrelationType type = type(required(correlation, "type"));
        List<String> rules = RuleFields.texts(correlation, "rules");
        if (rules.isEmpty() || new HashSet<>(rules).size() < rules.size()) {
            throw new Refusal(correlation.line(), "rules is a list of different ids or names of rules");
        }
        List<String> groupBy = RuleFields.texts(correlation, "group-by");
        return new Correlation(
                about,
                type,
                rules,
                groupBy,
                aliases(correlation, groupBy),
                timespan(required(correlation, "timespan")),
                condition(correlation, type, rules),
                generate(document, correlation));
    }

    private static Yaml required(Yaml.Mapping correlation, String key) {
        return correlation.get(key).orElseThrow(() -> new Refusal(correlation.line(), "no " + key));
    }

    private static CorrelationType type(Yaml type) {
        String name = RuleFields.scalar(type).strip();
        if (name.equals("value_percentile")) {
            throw new Refusal(
                    type.line(),
                    "value_percentile is not supported: the specification does not say how the percentile is computed");
        }
        List<String> names = Arrays.stream(CorrelationType.values())
                .map(CorrelationType::toString)
                .toList();
        return CorrelationType.named(name)
                .orElseThrow(() -> new Refusal(
                        type.line(), "unknown correlation type '" + name + "'" + Suggestions.hint(name, names)));
    }

    private static Duration timespan(Yaml timespan) {
        String text = RuleFields.scalar(timespan).strip();
        Matcher parts = TIMESPAN.matcher(text);
        if (!parts.matches()) {
            throw new Refusal(
                    timespan.line(), "timespan is a number with s, m, h or d, such as 10m, not '" + text + "'");
        }
        long number = Long.parseLong(parts.group(1));
        Duration length = switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        if (length.compareTo(LONGEST) > 0) {
            throw new Refusal(timespan.line(), "timespan is at most 366d");
        }
        return length;
    }

    private static Map<String, Map<String, String>> aliases(Yaml.Mapping correlation, List<String> groupBy) {
        Optional<Yaml> given = correlation.get("aliases").filter(value -> !(value instanceof Yaml.Scalar));
        Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
        if (given.isPresent()) {
            for (Yaml.Entry alias : map(given.get(), "aliases has a name, and below it the field of each rule")
                    .entries()) {
                if (!groupBy.contains(alias.key())) {
                    throw new Refusal(alias.line(), "group-by does not use the alias '" + alias.key() + "'");
                }
                Map<String, String> fields = new LinkedHashMap<>();
                for (Yaml.Entry field : map(alias.value(), "an alias has the field of each rule")
                        .entries()) {
                    fields.put(field.key(), RuleFields.scalar(field.value()).strip());
                }
                aliases.put(alias.key(), fields);
            }
        }
        return aliases;
    }

    private static Yaml.Mapping map(Yaml value, String expected) {
        if (value instanceof Yaml.Mapping mapping) {
            RuleFields.checkTwice(mapping);
            return mapping;
        }
        throw new Refusal(value.line(), expected);
    }

    private static WindowCondition condition(Yaml.Mapping correlation, CorrelationType type, List<String> rules) {
        Optional<Yaml> condition = correlation.get("condition");
        if (condition.isEmpty()) {
            if (!type.isTemporal()) {
                throw new Refusal(correlation.line(), "no condition");
            }
            return all(rules);
        }
        WindowCondition read = condition.get() instanceof Yaml.Mapping bounds
                ? bounds(bounds, type)
                : expression(condition.get(), type, rules);
        if (type == CorrelationType.TEMPORAL_ORDERED && !isOfAll(read, rules)) {
            throw new Refusal(
                    condition.get().line(),
                    "the condition of temporal_ordered is that all rules match in their order; leave it out, or join all"
                            + " rules by 'and'");
        }
        return read;
    }

    private static WindowCondition all(List<String> rules) {
        return new WindowCondition(
                List.of(new WindowCondition.Bound(WindowCondition.Comparison.GTE, BigDecimal.valueOf(rules.size()))),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it holds when all rules match, and then alone. */
    private static boolean isOfAll(WindowCondition condition, List<String> rules) {
        if (condition.rules().isPresent()) {
            Condition joined = condition.rules().get();
            return joined instanceof Condition.All all
                    && all.parts().stream().allMatch(Condition.Match.class::isInstance)
                    && rules.stream()
                            .allMatch(rule -> all.parts().stream()
                                    .anyMatch(part ->
                                            ((Condition.Match) part).field().equals(rule)));
        }
        return condition.holds(BigDecimal.valueOf(rules.size()))
                && !condition.holds(BigDecimal.valueOf(rules.size() - 1L))
                && (rules.size() < 2 || !condition.holds(BigDecimal.ONE));
    }

    /** A condition on the names of rules; the specification's samples write AND and OR. */
    private static WindowCondition expression(Yaml condition, CorrelationType type, List<String> rules) {
        if (!type.isTemporal()) {
            throw new Refusal(condition.line(), "condition is a comparison, such as gte: 10");
        }
        Map<String, Condition> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(rule, new Condition.Match(rule, new Test.Present(), condition.line())));
        String text = RuleFields.scalar(condition);
        Matcher operators = Pattern.compile("\\b(AND|OR|NOT)\\b").matcher(text);
        String lower = operators.replaceAll(operator -> operator.group().toLowerCase(Locale.ROOT));
        ConditionParser.Parsed parsed = ConditionParser.parse(lower, byName, condition.line());
        for (String rule : rules) {
            if (!parsed.used().contains(rule)) {
                throw new Refusal(condition.line(), "the condition does not use the rule '" + rule + "'");
            }
        }
        return new WindowCondition(List.of(), Optional.empty(), Optional.of(parsed.condition()));
    }

    private static WindowCondition bounds(Yaml.Mapping condition, CorrelationType type) {
        RuleFields.checkTwice(condition);
        List<WindowCondition.Bound> bounds = new ArrayList<>();
        Optional<String> field = Optional.empty();
        for (Yaml.Entry entry : condition.entries()) {
            if (entry.key().equals("field")) {
                field = Optional.of(RuleFields.scalar(entry.value()).strip());
            } else {
                bounds.add(new WindowCondition.Bound(comparison(entry), number(entry.value(), type)));
            }
        }
        if (bounds.isEmpty()) {
            throw new Refusal(condition.line(), "condition has a comparison, such as gte: 10");
        }
        if (field.isPresent() != type.isOfValues()) {
            throw new Refusal(
                    condition.line(),
                    type.isOfValues() ? "the condition of " + type + " has a field" : type + " has no field");
        }
        return new WindowCondition(bounds, field, Optional.empty());
    }

    private static WindowCondition.Comparison comparison(Yaml.Entry entry) {
        return Arrays.stream(WindowCondition.Comparison.values())
                .filter(comparison -> comparison.name().toLowerCase(Locale.ROOT).equals(entry.key()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        entry.line(),
                        "unknown comparison '" + entry.key() + "': a condition has gt, gte, lt, lte, eq or neq"));
    }

    private static BigDecimal number(Yaml value, CorrelationType type) {
        String text = RuleFields.scalar(value).strip();
        if (!text.matches("-?[0-9]{1,15}([.][0-9]{1,9})?") || (!type.isOfNumbers() && text.contains("."))) {
            throw new Refusal(value.line(), "'" + text + "' is not a number to compare with");
        }
        return new BigDecimal(text);
    }

    /** The schema has it beside the correlation; pySigma has it inside. */
    private static boolean generate(Yaml.Mapping document, Yaml.Mapping correlation) {
        Optional<Yaml> given = document.get("generate").or(() -> correlation.get("generate"));
        return given.map(value -> {
                    String text = RuleFields.scalar(value).strip().toLowerCase(Locale.ROOT);
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new Refusal(value.line(), "generate is true or false");
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }
}
