package dev.trailwise.sigma.rule;

import dev.trailwise.yaml.Yaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the values of a field, or keywords. */
final class FieldValues {
    private static final String NUMBER = "[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]+)?";

    private FieldValues() {}

    /** What the field has to be. */
    static Condition read(Yaml.Entry entry) {
        FieldKey key = FieldKey.of(entry);
        List<Condition> conditions = new ArrayList<>();
        for (Yaml item : items(entry)) {
            if (!(item instanceof Yaml.Scalar scalar)) {
                throw new Refusal(item.line(), entry.key() + ": a value is text, a number, true, false or null");
            }
            conditions.add(one(key, entry.key(), scalar));
        }
        if (conditions.isEmpty()) {
            throw new Refusal(entry.line(), entry.key() + " has no values");
        }
        Condition all = key.has(Modifier.ALL) ? Condition.all(conditions) : Condition.any(conditions);
        return key.has(Modifier.NEQ) ? new Condition.Not(all) : all;
    }

    private static List<Yaml> items(Yaml.Entry entry) {
        return entry.value() instanceof Yaml.Sequence sequence ? sequence.items() : List.of(entry.value());
    }

    /** A keyword of a list. */
    static Condition keyword(Yaml.Scalar scalar) {
        FieldKey key = new FieldKey("", List.of(), java.util.Set.of(), scalar.line());
        return one(key, "keywords", scalar);
    }

    private static Condition one(FieldKey key, String written, Yaml.Scalar scalar) {
        Modifiers modifiers = new Modifiers(scalar.line(), written);
        List<Value> values = List.of(value(scalar, written));
        for (Modifier modifier : key.modifiers()) {
            values = values.stream()
                    .flatMap(value -> modifiers.apply(modifier, value).stream())
                    .toList();
        }
        return Condition.any(values.stream()
                .map(value -> condition(key, written, scalar.line(), value))
                .toList());
    }

    private static Value value(Yaml.Scalar scalar, String written) {
        String text = scalar.text();
        return switch (scalar.kind()) {
            case NULL -> new Value.Null();
            case NUMBER -> {
                if (!text.matches(NUMBER)) {
                    throw new Refusal(
                            scalar.line(), written + ": quote '" + text + "', or write it as a decimal number");
                }
                yield new Value.Numeral(new BigDecimal(text));
            }
            case TRUTH -> {
                String lower = text.toLowerCase(Locale.ROOT);
                if (!lower.equals("true") && !lower.equals("false")) {
                    throw new Refusal(
                            scalar.line(),
                            written + ": '" + text
                                    + "' is text in YAML 1.2 and a truth value before; quote it, or write"
                                    + " true or false");
                }
                yield new Value.Truth(lower.equals("true"));
            }
            case TEXT -> Value.Text.of(text);
        };
    }

    private static Condition condition(FieldKey key, String written, int line, Value value) {
        boolean cased = key.has(Modifier.CASED);
        if (key.isKeyword()) {
            if (value instanceof Value.Text text) {
                return new Condition.Keyword(new Test.Text(text.pattern().open(true, true), cased));
            }
            if (value instanceof Value.Numeral number && number.whole().isPresent()) {
                TextPattern pattern = TextPattern.of(number.whole().get());
                return new Condition.Keyword(new Test.Text(pattern.open(true, true), cased));
            }
            throw new Refusal(line, written + ": a keyword is text; other values need a field");
        }
        if (value instanceof Value.Null) {
            return new Condition.Not(new Condition.Match(key.field(), new Test.Present(), line));
        }
        return new Condition.Match(key.field(), test(written, line, value, cased), line);
    }

    private static Test test(String written, int line, Value value, boolean cased) {
        if (value instanceof Value.Text text) {
            return new Test.Text(text.pattern(), cased);
        }
        if (value instanceof Value.Truth truth) {
            return new Test.Text(TextPattern.of(String.valueOf(truth.truth())), cased);
        }
        if (value instanceof Value.Numeral number) {
            return number.whole()
                    .<Test>map(whole -> new Test.Text(TextPattern.of(whole), cased))
                    .orElseGet(() -> new Test.Compared(Operator.EQ, number.number()));
        }
        if (value instanceof Value.Regex regex) {
            try {
                return new Test.Regex(RegexText.portable(regex.pattern(), regex.flags()));
            } catch (IllegalArgumentException unsupported) {
                throw new Refusal(line, written + ": " + unsupported.getMessage());
            }
        }
        if (value instanceof Value.FieldName name) {
            return new Test.LikeField(name.field(), name.anyStart(), name.anyEnd(), cased);
        }
        if (value instanceof Value.Tested tested) {
            return tested.test();
        }
        throw new Refusal(
                line, written + ": text in UTF-16 is not in JSON; write base64 or base64offset behind that modifier");
    }
}
