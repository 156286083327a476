package dev.trailwise.sigma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules about some events, as YAML. */
public final class RandomRules {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> REGEXES = List.of(
            "^al",
            "A.*a$",
            "[a-c]+\\\\d?",
            "\\d{2,}",
            "(x|y)\\b?".replace("\\b?", ""),
            "a.b",
            "^lines$",
            "two.lines",
            "\\w+@?",
            "[^0-9]",
            "^$",
            "é",
            "\\.amazonaws\\.com$",
            "[]a]{1,2}",
            "a{1}",
            "(?:10|192)\\.",
            "\\s");

    private final Random random;
    private final List<? extends JsonNode> events;

    public RandomRules(long seed, List<? extends JsonNode> events) {
        this.random = new Random(seed);
        this.events = events;
    }

    public String rule(int number) {
        Map<String, Object> selections = new LinkedHashMap<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            selections.put((random.nextBoolean() ? "selection_" : "filter_") + i, selection());
        }
        if (random.nextInt(6) == 0) {
            selections.put("_hidden", selection());
        }
        List<String> names = new ArrayList<>(selections.keySet());
        selections.put(
                "condition",
                random.nextInt(10) == 0 ? List.of(condition(names, 1), condition(names, 1)) : condition(names, 2));
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("title", "rule " + number);
        rule.put("logsource", Map.of("product", "aws", "service", "cloudtrail"));
        rule.put("detection", selections);
        rule.put("level", "low");
        try {
            return JSON.writeValueAsString(rule); // JSON is YAML
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object selection() {
        return switch (random.nextInt(40)) {
            case 3, 4, 5, 6 ->
                IntStream.range(0, 1 + random.nextInt(2))
                        .mapToObj(i -> fields())
                        .toList();
            case 1 -> list(() -> keyword());
            case 2 -> Map.of("|all", List.of(keyword(), keyword()));
            default -> fields();
        };
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (random.nextInt(3) == 0) {
            fields.put("eventName", random.nextBoolean() ? name() : list(this::name));
        }
        for (int i = random.nextInt(2) + (fields.isEmpty() ? 1 : 0); i > 0; i--) {
            field(fields);
        }
        return fields;
    }

    private String name() {
        String name = pick(RandomEvents.NAMES);
        return random.nextInt(4) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name;
    }

    private void field(Map<String, Object> fields) {
        String field = pick(RandomEvents.FIELDS);
        String neq = random.nextInt(8) == 0 ? "|neq" : "";
        switch (random.nextInt(16)) {
            case 0 -> fields.put(field + "|exists", random.nextBoolean());
            case 1 -> fields.put(field + neq, null);
            case 2 ->
                fields.put(
                        field + "|re" + pick(List.of("", "|i", "|m", "|s", "|i|m|s")) + neq, list(() -> pick(REGEXES)));
            case 3 ->
                fields.put(
                        field + "|cidr" + neq,
                        list(() -> pick(List.of(
                                "10.0.0.0/8", "10.1.2.3", "192.168.0.0/16", "0.0.0.0/0", "2001:db8::/32", "::/0"))));
            case 4 ->
                fields.put(
                        field + pick(List.of("|lt", "|lte", "|gt", "|gte")) + neq,
                        pick(List.of(80, 443, 8.5, 0, 1000)));
            case 5 ->
                fields.put(
                        field
                                + pick(List.of("|hour", "|minute", "|day", "|month", "|year", "|week"))
                                + pick(List.of("", "|gte", "|lt"))
                                + neq,
                        pick(List.of(7, 8, 5, 10, 12, 2026, 41, 53, 23, 59, 31)));
            case 6 ->
                fields.put(
                        field + "|fieldref" + pick(List.of("", "|contains", "|startswith", "|endswith", "|cased"))
                                + neq,
                        pick(RandomEvents.FIELDS));
            case 7 ->
                fields.put(
                        field
                                + pick(List.of(
                                        "|base64",
                                        "|base64offset|contains",
                                        "|wide|base64offset|contains",
                                        "|utf16be|base64"))
                                + neq,
                        list(() -> pick(List.of("cmd -enc", "alpha beta", "longer text"))));
            case 8 ->
                fields.put(
                        field + "|windash" + pick(List.of("", "|contains", "|base64offset|contains")) + neq,
                        pick(List.of("cmd /enc", "-x y", "/z", "-enc")));
            case 9 -> fields.put(field + neq, pick(List.of(80, 443, true, false, 8.5)));
            default ->
                fields.put(
                        field
                                + pick(List.of(
                                        "", "", "|contains", "|startswith", "|endswith", "|contains|all", "|all"))
                                + pick(List.of("", "", "", "|cased"))
                                + neq,
                        list(() -> text(field)));
        }
    }

    /** Mostly a text that the field has in some event, changed. */
    private String text(String field) {
        List<JsonNode> values = EventTexts.values(pick(events), field);
        String text =
                values.isEmpty() || random.nextInt(4) == 0 ? pick(RandomEvents.TEXTS) : EventTexts.text(pick(values));
        String cut = cut(text);
        String pattern = Glob.quoted(cut);
        return switch (random.nextInt(7)) {
            case 0 -> pattern.toUpperCase(java.util.Locale.ROOT);
            case 1 -> "*" + pattern;
            case 2 -> pattern + "*";
            case 3 ->
                cut.isEmpty()
                        ? "?"
                        : Glob.quoted(
                                        cut.substring(0, cut.offsetByCodePoints(0, 1))
                                                                .length()
                                                        == cut.length()
                                                ? ""
                                                : cut.substring(cut.offsetByCodePoints(0, 1)))
                                .replaceFirst("^", "?");
            case 4 -> cut; // its wildcards are wildcards
            default -> pattern;
        };
    }

    private String cut(String text) {
        int[] chars = text.codePoints().toArray();
        if (chars.length < 2 || random.nextBoolean()) {
            return text;
        }
        int from = random.nextInt(chars.length);
        int to = from + 1 + random.nextInt(Math.min(12, chars.length - from));
        return new String(chars, from, to - from);
    }

    private String keyword() {
        return Glob.quoted(cut(pick(RandomEvents.TEXTS)).replace("\n", "n"));
    }

    private String condition(List<String> names, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return switch (random.nextInt(6)) {
                case 0 -> pick(List.of("1", "any", "all")) + " of them";
                case 1 ->
                    pick(List.of("1", "all")) + " of "
                            + pick(names).replaceFirst("^_", "").replaceFirst("_.*|hidden", "") + "*";
                default -> pick(names);
            };
        }
        return switch (random.nextInt(4)) {
            case 0 -> "not " + bracketed(condition(names, depth - 1));
            case 1 -> bracketed(condition(names, depth - 1)) + " or " + condition(names, depth - 1);
            case 2 -> condition(names, depth - 1) + " and " + bracketed(condition(names, depth - 1));
            default -> condition(names, depth - 1) + " and not " + condition(names, 0);
        };
    }

    private String bracketed(String condition) {
        return random.nextBoolean() ? "(" + condition + ")" : condition;
    }

    private <T> List<T> list(java.util.function.Supplier<T> value) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> value.get())
                .collect(Collectors.toList());
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
