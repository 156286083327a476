package dev.trailwise.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Evaluates correlations as docs/sigma.md says, each window by itself over all events. It shares no code with what runs
 * them.
 */
public final class CorrelationJudge {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, JsonNode> documents = new LinkedHashMap<>();
    private final List<JsonNode> events = new ArrayList<>();
    private final Map<String, List<JsonNode>> matching = new LinkedHashMap<>();
    private final Map<String, Map<List<String>, SortedMap<Long, Anchor>>> known = new LinkedHashMap<>();

    /** A match of one of the rules of a correlation. */
    private record Hit(long second, String id, String rule, Set<String> values) {}

    /** A window that matches. */
    private record Anchor(BigDecimal value, List<Hit> window) {}

    public CorrelationJudge(List<String> texts, List<? extends JsonNode> all) throws IOException {
        for (String text : texts) {
            JsonNode document = JSON.readTree(text);
            documents.put(document.get("name").asText(), document);
        }
        Set<String> ids = new HashSet<>();
        all.stream().filter(event -> ids.add(event.get("eventID").asText())).forEach(events::add);
    }

    /** The findings of a correlation, a line each. */
    public Set<String> findings(String name) {
        Set<String> findings = new TreeSet<>();
        long span = span(name);
        boolean most = !document(name).at("/correlation/condition").has("lt")
                && !document(name).at("/correlation/condition").has("lte");
        anchors(name).forEach((group, anchors) -> {
            List<Anchor> together = new ArrayList<>();
            long before = Long.MIN_VALUE;
            for (Map.Entry<Long, Anchor> anchor : anchors.entrySet()) {
                if (!together.isEmpty() && before < anchor.getKey() - span) {
                    findings.add(finding(group, together, most));
                    together.clear();
                }
                together.add(anchor.getValue());
                before = anchor.getKey();
            }
            if (!together.isEmpty()) {
                findings.add(finding(group, together, most));
            }
        });
        return findings;
    }

    /** The windows that match, a line each: the group, the last second, the number. */
    public Set<String> windows(String name) {
        Set<String> windows = new TreeSet<>();
        anchors(name)
                .forEach((group, anchors) -> anchors.forEach((second, anchor) ->
                        windows.add(group + " " + Instant.ofEpochSecond(second) + " " + number(anchor.value()))));
        return windows;
    }

    private static String finding(List<String> group, List<Anchor> anchors, boolean most) {
        List<Hit> hits =
                anchors.stream().flatMap(anchor -> anchor.window().stream()).toList();
        BigDecimal value = anchors.stream()
                .map(Anchor::value)
                .reduce(most ? BigDecimal::max : BigDecimal::min)
                .orElseThrow();
        return line(
                group,
                value,
                hits.stream().map(Hit::id).distinct().count(),
                hits.stream().mapToLong(Hit::second).min().orElseThrow(),
                hits.stream().mapToLong(Hit::second).max().orElseThrow());
    }

    public static String line(List<String> group, BigDecimal value, long events, long first, long last) {
        return group + " " + number(value) + " of " + events + " " + Instant.ofEpochSecond(first) + " to "
                + Instant.ofEpochSecond(last);
    }

    public static String number(BigDecimal value) {
        return value.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private JsonNode document(String name) {
        return Objects.requireNonNull(documents.get(name), name);
    }

    private long span(String name) {
        String text = document(name).at("/correlation/timespan").asText();
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return number
                * switch (text.charAt(text.length() - 1)) {
                    case 's' -> 1;
                    case 'm' -> 60;
                    case 'h' -> 3_600;
                    default -> 86_400;
                };
    }

    private Map<List<String>, SortedMap<Long, Anchor>> anchors(String name) {
        Map<List<String>, SortedMap<Long, Anchor>> before = known.get(name);
        if (before != null) {
            return before;
        }
        JsonNode correlation = document(name).get("correlation");
        Map<List<String>, List<Hit>> hits = new LinkedHashMap<>();
        for (JsonNode rule : correlation.get("rules")) {
            if (document(rule.asText()).has("correlation")) {
                chained(correlation, rule.asText(), hits);
            } else {
                matched(correlation, rule.asText(), hits);
            }
        }
        Map<List<String>, SortedMap<Long, Anchor>> anchors = new LinkedHashMap<>();
        hits.forEach((group, all) -> {
            for (long end : all.stream().map(Hit::second).collect(Collectors.toSet())) {
                List<Hit> window = all.stream()
                        .filter(hit -> hit.second() <= end && end - hit.second() <= span(name))
                        .toList();
                BigDecimal value = value(correlation, window);
                if (holds(correlation, window, end, value)) {
                    anchors.computeIfAbsent(group, key -> new TreeMap<>()).put(end, new Anchor(value, window));
                }
            }
        });
        known.put(name, anchors);
        return anchors;
    }

    private void matched(JsonNode correlation, String rule, Map<List<String>, List<Hit>> hits) {
        for (JsonNode event : matching.computeIfAbsent(rule, this::matching)) {
            Set<String> values = new TreeSet<>();
            if (correlation.at("/condition").has("field")) {
                values = texts(event, correlation.at("/condition/field").asText());
                if (!correlation.get("type").asText().equals("value_count")) {
                    values.removeIf(value -> !value.matches("-?\\d+([.]\\d+)?"));
                }
                if (values.isEmpty()) {
                    continue;
                }
            }
            List<List<String>> groups = List.of(List.of());
            for (JsonNode field : correlation.get("group-by")) {
                JsonNode alias = correlation.at("/aliases/" + field.asText() + "/" + rule);
                Set<String> texts = texts(event, alias.isMissingNode() ? field.asText() : alias.asText());
                groups = groups.stream()
                        .flatMap(group -> texts.stream().map(text -> {
                            List<String> longer = new ArrayList<>(group);
                            longer.add(text);
                            return longer;
                        }))
                        .toList();
            }
            for (List<String> group : groups) {
                hits.computeIfAbsent(group, key -> new ArrayList<>())
                        .add(new Hit(
                                Instant.parse(event.get("eventTime").asText()).getEpochSecond(),
                                event.get("eventID").asText(),
                                rule,
                                values));
            }
        }
    }

    private List<JsonNode> matching(String rule) {
        Interpreter interpreter = new Interpreter(document(rule));
        return events.stream().filter(interpreter::matches).toList();
    }

    private static Set<String> texts(JsonNode event, String field) {
        return EventTexts.values(event, field).stream()
                .map(EventTexts::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void chained(JsonNode correlation, String rule, Map<List<String>, List<Hit>> hits) {
        List<String> inner = texts(document(rule).at("/correlation/group-by"));
        List<Integer> places =
                texts(correlation.get("group-by")).stream().map(inner::indexOf).toList();
        anchors(rule)
                .forEach((group, anchors) -> anchors.forEach((end, anchor) -> anchor.window().stream()
                        .filter(hit -> hit.second() == end)
                        .forEach(hit -> hits.computeIfAbsent(
                                        places.stream().map(group::get).toList(), key -> new ArrayList<>())
                                .add(new Hit(end, hit.id(), rule, Set.of())))));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static BigDecimal value(JsonNode correlation, List<Hit> window) {
        Map<String, Hit> byEvent = new LinkedHashMap<>();
        window.forEach(hit -> byEvent.put(hit.id(), hit));
        List<BigDecimal> numbers = correlation.get("type").asText().matches("value_(sum|avg|median|min|max)")
                ? byEvent.values().stream()
                        .flatMap(hit -> hit.values().stream()
                                .map(BigDecimal::new)
                                .map(BigDecimal::stripTrailingZeros)
                                .distinct())
                        .sorted()
                        .toList()
                : List.of();
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (correlation.get("type").asText()) {
            case "event_count" -> BigDecimal.valueOf(byEvent.size());
            case "value_count" ->
                BigDecimal.valueOf(window.stream()
                        .flatMap(hit -> hit.values().stream())
                        .distinct()
                        .count());
            case "value_sum" -> sum;
            case "value_avg" -> sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128);
            case "value_min" -> numbers.get(0);
            case "value_max" -> numbers.get(numbers.size() - 1);
            case "value_median" ->
                numbers.get((numbers.size() - 1) / 2)
                        .add(numbers.get(numbers.size() / 2))
                        .divide(BigDecimal.valueOf(2));
            default ->
                BigDecimal.valueOf(window.stream().map(Hit::rule).distinct().count());
        };
    }

    private static boolean holds(JsonNode correlation, List<Hit> window, long end, BigDecimal value) {
        JsonNode condition = correlation.path("condition");
        List<String> rules = texts(correlation.get("rules"));
        if (correlation.get("type").asText().equals("temporal_ordered")) {
            return inOrder(rules, window, end);
        }
        Set<String> matching = window.stream().map(Hit::rule).collect(Collectors.toSet());
        if (condition.isTextual()) {
            return new ConditionText(condition.asText().replace(" OR ", " or "), rules, matching::contains).isTrue();
        }
        if (condition.isMissingNode()) {
            return matching.size() == rules.size();
        }
        return condition.properties().stream()
                .filter(bound -> !bound.getKey().equals("field"))
                .allMatch(bound -> {
                    int order = value.compareTo(new BigDecimal(bound.getValue().asText()));
                    return switch (bound.getKey()) {
                        case "gt" -> order > 0;
                        case "gte" -> order >= 0;
                        case "lt" -> order < 0;
                        case "lte" -> order <= 0;
                        case "eq" -> order == 0;
                        default -> order != 0;
                    };
                });
    }

    /** Tries all hits of the last rule that end the window, and before them all of the rules before. */
    private static boolean inOrder(List<String> rules, List<Hit> window, long end) {
        if (rules.isEmpty()) {
            return true;
        }
        String last = rules.get(rules.size() - 1);
        List<String> before = rules.subList(0, rules.size() - 1);
        return window.stream()
                .filter(hit -> hit.rule().equals(last) && hit.second() == end)
                .anyMatch(hit -> before.isEmpty()
                        || window.stream()
                                .map(Hit::second)
                                .filter(second -> second <= end)
                                .distinct()
                                .anyMatch(second -> inOrder(before, window, second)));
    }
}
