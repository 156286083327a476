package dev.trailwise.sigma;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Evaluates a field of a selection with its modifiers, or a keyword. */
final class Item {
    private final String field;
    private final List<String> modifiers;
    private final JsonNode values;

    Item(String key, JsonNode values) {
        List<String> parts = List.of(key.split("\\|", -1));
        this.field = parts.get(0);
        this.modifiers = parts.subList(1, parts.size());
        this.values = values;
    }

    boolean matches(JsonNode event) {
        Stream<JsonNode> each = Interpreter.each(values);
        boolean matches = modifiers.contains("all")
                ? each.allMatch(value -> one(value, event))
                : each.anyMatch(value -> one(value, event));
        return matches != modifiers.contains("neq");
    }

    private boolean one(JsonNode value, JsonNode event) {
        if (field.isEmpty()) {
            return texts(value).stream()
                    .anyMatch(text ->
                            EventTexts.of(event).stream().anyMatch(found -> like("*" + text + "*", found, true)));
        }
        List<JsonNode> found = EventTexts.values(event, field);
        if (modifiers.contains("exists")) {
            return EventTexts.exists(event, field) == value.asBoolean();
        }
        if (value.isNull()) {
            return !EventTexts.exists(event, field);
        }
        Predicate<JsonNode> test = test(value, event);
        return found.stream().anyMatch(test);
    }

    private Predicate<JsonNode> test(JsonNode value, JsonNode event) {
        if (modifiers.contains("re")) {
            Pattern regex = Pattern.compile(value.asText(), flags());
            // in Java, unlike PCRE, no line begins in an empty text
            Pattern ofEmpty = Pattern.compile(value.asText(), flags() & ~Pattern.MULTILINE);
            return node -> {
                String text = EventTexts.text(node);
                return (text.isEmpty() ? ofEmpty : regex).matcher(text).find();
            };
        }
        if (modifiers.contains("cidr")) {
            return node -> Networks.contain(value.asText(), EventTexts.text(node));
        }
        if (modifiers.contains("fieldref")) {
            return node -> EventTexts.values(event, value.asText()).stream()
                    .anyMatch(other -> like(placed(Glob.quoted(EventTexts.text(other))), EventTexts.text(node), false));
        }
        for (String unit : List.of("minute", "hour", "day", "week", "month", "year")) {
            if (modifiers.contains(unit)) {
                return node -> Dates.part(unit, EventTexts.text(node))
                        .map(part -> compares(BigDecimal.valueOf(part), value.decimalValue()))
                        .orElse(false);
            }
        }
        if (Stream.of("lt", "lte", "gt", "gte").anyMatch(modifiers::contains) || value.isBigDecimal()) {
            return node -> number(EventTexts.text(node), value);
        }
        return node -> texts(value).stream()
                .anyMatch(text -> like(placed(text), EventTexts.text(node), isJson(EventTexts.text(node))));
    }

    /** Whether a text may be JSON, in which a pattern can be inside a string. */
    private boolean isJson(String text) {
        boolean inside = EventTexts.DOCUMENTS.stream().anyMatch(field::startsWith);
        return inside && (text.startsWith("{") || text.startsWith("["));
    }

    private boolean number(String text, JsonNode value) {
        try {
            return compares(BigDecimal.valueOf(Double.parseDouble(text)), BigDecimal.valueOf(value.asDouble()));
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private boolean compares(BigDecimal one, BigDecimal other) {
        int order = one.compareTo(other);
        return modifiers.contains("lt")
                ? order < 0
                : modifiers.contains("lte")
                        ? order <= 0
                        : modifiers.contains("gt") ? order > 0 : modifiers.contains("gte") ? order >= 0 : order == 0;
    }

    private int flags() {
        return Pattern.UNIX_LINES
                | (modifiers.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                | (modifiers.contains("m") ? Pattern.MULTILINE : 0)
                | (modifiers.contains("s") ? Pattern.DOTALL : 0);
    }

    private String placed(String pattern) {
        boolean anywhere = modifiers.contains("contains");
        return (anywhere || modifiers.contains("endswith") ? "*" : "")
                + pattern
                + (anywhere || modifiers.contains("startswith") ? "*" : "");
    }

    /** The patterns that a value stands for. */
    private List<String> texts(JsonNode value) {
        List<String> texts = List.of(value.asText());
        for (String modifier : modifiers) {
            if (modifier.equals("windash")) {
                texts = texts.stream().flatMap(text -> dashes(text).stream()).toList();
            }
        }
        if (modifiers.contains("base64")) {
            return texts.stream()
                    .map(text -> Base64.getEncoder().encodeToString(bytes(Glob.plain(text))))
                    .toList();
        }
        return modifiers.contains("base64offset")
                ? texts.stream()
                        .flatMap(text -> offsets(bytes(Glob.plain(text))).stream())
                        .toList()
                : texts;
    }

    private byte[] bytes(String text) {
        if (modifiers.contains("wide") || modifiers.contains("utf16le")) {
            return text.getBytes(StandardCharsets.UTF_16LE);
        }
        if (modifiers.contains("utf16be")) {
            return text.getBytes(StandardCharsets.UTF_16BE);
        }
        return (modifiers.contains("utf16") ? "\uFEFF" + text : text)
                .getBytes(modifiers.contains("utf16") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    /** What two different texts before and after leave the same. */
    private static List<String> offsets(byte[] bytes) {
        List<String> same = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            String one = around(bytes, offset, 0x00);
            String other = around(bytes, offset, 0xff);
            int from = 0;
            while (one.charAt(from) != other.charAt(from)) {
                from++;
            }
            int to = one.length();
            while (one.charAt(to - 1) != other.charAt(to - 1)) {
                to--;
            }
            same.add(one.substring(from, to));
        }
        return same;
    }

    private static String around(byte[] bytes, int offset, int filler) {
        byte[] whole = new byte[(offset + bytes.length + 2) / 3 * 3 + 3];
        Arrays.fill(whole, (byte) filler);
        System.arraycopy(bytes, 0, whole, offset, bytes.length);
        return Base64.getEncoder().encodeToString(whole);
    }

    private static List<String> dashes(String text) {
        List<String> all = List.of("");
        for (String c : text.split("")) {
            List<String> forms = List.of("-", "/", "–", "—", "―");
            all = all.stream()
                    .flatMap(start -> (forms.contains(c) ? forms.stream() : Stream.of(c)).map(start::concat))
                    .toList();
        }
        return all;
    }

    /** @param json whether the text is JSON, in which the pattern may be inside a string */
    private boolean like(String pattern, String text, boolean json) {
        boolean cased = modifiers.contains("cased");
        String wanted = cased ? pattern : lower(pattern);
        String found = cased ? text : lower(text);
        return Glob.matches(wanted, found) || (json && Glob.matches(inString(wanted), found));
    }

    private static String inString(String pattern) {
        StringBuilder inside = new StringBuilder();
        for (int symbol : Glob.symbols(pattern)) {
            inside.append(
                    symbol == -1
                            ? "*"
                            : symbol == -2
                                    ? "?"
                                    : symbol == '"'
                                            ? "\\\\\""
                                            : symbol == '\\' ? "\\\\\\\\" : Glob.quoted(Character.toString(symbol)));
        }
        return inside.toString();
    }

    static String lower(String text) {
        StringBuilder lower = new StringBuilder();
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }
}
