package dev.trailwise.sigma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/** Random correlations of a few rules, as documents of YAML. */
public final class RandomCorrelations {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIELDS = List.of(
            "sourceIPAddress",
            "userIdentity.userName",
            "requestParameters.items.name",
            "requestParameters.size",
            "resources.ARN",
            "eventName");

    private final Random random;
    private final List<Map<String, Object>> correlations = new ArrayList<>();

    public RandomCorrelations(long seed) {
        this.random = new Random(seed);
    }

    /** The rules, and then that many correlations of them. */
    public List<String> documents(int count) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < CorrelatedEvents.NAMES.size(); i++) {
            String name = CorrelatedEvents.NAMES.get(i);
            all.add(rule("ok_" + i, Map.of("eventName", name)));
            all.add(rule("failed_" + i, Map.of("eventName", name, "errorCode", "AccessDenied")));
        }
        all.add(rule("any", Map.of("eventSource", "s3.amazonaws.com")));
        for (int i = 0; i < count; i++) {
            correlations.add(correlation(i));
        }
        all.addAll(correlations);
        return all.stream().map(RandomCorrelations::text).toList();
    }

    private static String text(Map<String, Object> document) {
        try {
            return JSON.writeValueAsString(document); // JSON is YAML
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> rule(String name, Map<String, Object> selection) {
        return Map.of(
                "title",
                "rule " + name,
                "name",
                name,
                "logsource",
                Map.of("product", "aws", "service", "cloudtrail"),
                "detection",
                Map.of("s", selection, "condition", "s"));
    }

    private Map<String, Object> correlation(int number) {
        String type = pick(List.of(
                "event_count",
                "event_count",
                "value_count",
                "value_sum",
                "value_avg",
                "value_median",
                "value_min",
                "value_max",
                "temporal",
                "temporal",
                "temporal_ordered",
                "temporal_ordered"));
        Map<String, Object> correlation = new LinkedHashMap<>();
        correlation.put("type", type);
        List<String> groupBy = new ArrayList<>(some(FIELDS, random.nextInt(3)));
        List<String> rules = rules(type, number, groupBy);
        correlation.put("rules", rules);
        correlation.put("group-by", groupBy);
        if (!groupBy.isEmpty() && random.nextInt(4) == 0 && rules.stream().noneMatch(rule -> rule.startsWith("c_"))) {
            Map<String, Object> fields = new LinkedHashMap<>();
            rules.forEach(rule -> fields.put(rule, pick(FIELDS)));
            groupBy.set(0, "alias");
            correlation.put("aliases", Map.of("alias", fields));
        }
        correlation.put("timespan", pick(List.of("20s", "59s", "1m", "5m", "20m", "2h")));
        condition(correlation, type, rules);
        return Map.of(
                "title",
                "correlation " + number,
                "name",
                "c_" + number,
                "level",
                "low",
                "generate",
                true,
                "correlation",
                correlation);
    }

    @SuppressWarnings("unchecked")
    private List<String> rules(String type, int number, List<String> groupBy) {
        List<String> names = new ArrayList<>(IntStream.range(0, 4)
                .mapToObj(i -> List.of("ok_" + i, "failed_" + i))
                .flatMap(List::stream)
                .toList());
        List<String> rules = new ArrayList<>(some(names, 1 + random.nextInt(3)));
        if (!type.startsWith("temporal")) {
            return random.nextInt(3) == 0 ? List.of("any") : rules;
        }
        if (number > 20 && random.nextInt(3) == 0) {
            Map<String, Object> inner = correlations.get(random.nextInt(number));
            Map<String, Object> of = (Map<String, Object>) Objects.requireNonNull(inner.get("correlation"));
            List<String> groups = new ArrayList<>((List<String>) Objects.requireNonNull(of.get("group-by")));
            groups.remove("alias");
            groupBy.clear();
            groupBy.addAll(some(groups, random.nextInt(groups.size() + 1)));
            rules.set(random.nextInt(rules.size()), (String) Objects.requireNonNull(inner.get("name")));
        }
        return rules;
    }

    private void condition(Map<String, Object> correlation, String type, List<String> rules) {
        if (type.startsWith("temporal")) {
            if (type.equals("temporal") && random.nextInt(3) == 0) {
                correlation.put("condition", Map.of("gte", 1 + random.nextInt(rules.size())));
            } else if (type.equals("temporal") && rules.size() > 1 && random.nextInt(2) == 0) {
                String rest = String.join(pick(List.of(" and ", " OR ")), rules.subList(1, rules.size()));
                correlation.put("condition", rules.get(0) + pick(List.of(" and ", " and not ")) + "(" + rest + ")");
            }
            return;
        }
        Map<String, Object> condition = new LinkedHashMap<>();
        if (type.startsWith("value")) {
            condition.put("field", type.equals("value_count") ? pick(FIELDS) : "requestParameters.size");
        }
        switch (random.nextInt(6)) {
            case 0 -> condition.put("lte", random.nextInt(5));
            case 1 -> condition.put("lt", random.nextInt(5));
            case 2 -> condition.put("eq", random.nextInt(5));
            case 3 -> condition.put("neq", random.nextInt(5));
            case 4 -> {
                condition.put("gt", random.nextInt(3));
                condition.put("lte", 3 + random.nextInt(3));
            }
            default -> condition.put("gte", 1 + random.nextInt(6));
        }
        correlation.put("condition", condition);
    }

    private List<String> some(List<String> of, int count) {
        List<String> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
