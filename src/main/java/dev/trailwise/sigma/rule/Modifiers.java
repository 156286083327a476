package dev.trailwise.sigma.rule;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Applies the modifiers of a field to a value, in their order. */
final class Modifiers {
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\\\)%\\w+%");

    private final int line;
    private final String key;

    /** @param key the field with its modifiers, for refusals */
    Modifiers(int line, String key) {
        this.line = line;
        this.key = key;
    }

    /** What the value may be instead; one is enough. */
    List<Value> apply(Modifier modifier, Value value) {
        return switch (modifier) {
            case CONTAINS -> List.of(open(modifier, value, true, true));
            case STARTSWITH -> List.of(open(modifier, value, false, true));
            case ENDSWITH -> List.of(open(modifier, value, true, false));
            case EXISTS -> List.of(exists(value));
            case RE -> List.of(new Value.Regex(raw(modifier, value), ""));
            case I, M, S -> List.of(flagged(modifier, value));
            case CIDR -> List.of(network(value));
            case BASE64 -> List.of(literal(Encodings.base64(bytes(modifier, value))));
            case BASE64OFFSET -> offsets(bytes(modifier, value));
            case UTF16LE, WIDE -> List.of(new Value.Bytes(plain(modifier, value).getBytes(StandardCharsets.UTF_16LE)));
            case UTF16BE -> List.of(new Value.Bytes(plain(modifier, value).getBytes(StandardCharsets.UTF_16BE)));
            case UTF16 -> List.of(new Value.Bytes(Encodings.utf16(plain(modifier, value))));
            case WINDASH -> dashes(value);
            case LT, LTE, GT, GTE -> List.of(compared(modifier, value));
            case MINUTE, HOUR, DAY, WEEK, MONTH, YEAR ->
                List.of(new Value.Tested(new Test.DatePart(
                        DateUnit.valueOf(modifier.name()), Operator.EQ, wholeNumber(modifier, value))));
            case FIELDREF -> List.of(new Value.FieldName(plain(modifier, value), false, false));
            case EXPAND -> List.of(expanded(value));
            case ALL, NEQ, CASED -> throw new IllegalStateException("a modifier of lists: " + modifier);
        };
    }

    private Value open(Modifier modifier, Value value, boolean start, boolean end) {
        if (value instanceof Value.FieldName name) {
            return new Value.FieldName(name.field(), name.anyStart() || start, name.anyEnd() || end);
        }
        if (value instanceof Value.Regex && modifier == Modifier.CONTAINS) {
            return value; // a regular expression is found anywhere
        }
        Value.Text text = text(modifier, value);
        return new Value.Text(text.raw(), text.pattern().open(start, end));
    }

    private Value exists(Value value) {
        if (!(value instanceof Value.Truth truth)) {
            throw misfit(Modifier.EXISTS, "true or false");
        }
        return truth.truth() ? new Value.Tested(new Test.Present()) : new Value.Null();
    }

    private Value flagged(Modifier modifier, Value value) {
        if (!(value instanceof Value.Regex regex)) {
            throw misfit(modifier, "a regular expression: write re before it");
        }
        return new Value.Regex(regex.pattern(), regex.flags() + modifier);
    }

    private Value network(Value value) {
        String raw = raw(Modifier.CIDR, value);
        return new Value.Tested(new Test.InNetwork(Network.parse(raw)
                .orElseThrow(() -> refused("'" + raw + "' is not a network such as 10.0.0.0/8 or 2001:db8::/32"))));
    }

    private Value compared(Modifier modifier, Value value) {
        Operator operator = Operator.valueOf(modifier.name());
        if (value instanceof Value.Tested tested
                && tested.test() instanceof Test.DatePart part
                && part.operator() == Operator.EQ) {
            return new Value.Tested(new Test.DatePart(part.unit(), operator, part.number()));
        }
        return new Value.Tested(new Test.Compared(operator, number(modifier, value)));
    }

    private List<Value> offsets(byte[] bytes) {
        List<String> texts = Encodings.base64Offsets(bytes);
        if (texts.contains("")) {
            throw refused("the value is too short for base64offset: any Base64 text could have it");
        }
        return texts.stream().map(Modifiers::literal).toList();
    }

    private static Value literal(String text) {
        return new Value.Text(text, TextPattern.of(text));
    }

    private List<Value> dashes(Value value) {
        Value.Text text = text(Modifier.WINDASH, value);
        List<TextPattern> patterns = List.of(new TextPattern(List.of()));
        for (TextPattern.Part part : text.pattern().parts()) {
            List<TextPattern.Part> forms = part instanceof TextPattern.Literal literal
                    ? Encodings.dashes(literal.text()).stream()
                            .<TextPattern.Part>map(TextPattern.Literal::new)
                            .toList()
                    : List.of(part);
            patterns = patterns.stream()
                    .flatMap(before -> forms.stream()
                            .map(form -> new TextPattern(Stream.concat(before.parts().stream(), Stream.of(form))
                                    .toList())))
                    .toList();
            if (patterns.isEmpty() || patterns.size() > Encodings.MOST) {
                throw refused("the value has too many dashes for windash: more than " + Encodings.MOST + " texts");
            }
        }
        return patterns.stream()
                .<Value>map(pattern -> new Value.Text(text.raw(), pattern))
                .toList();
    }

    private Value expanded(Value value) {
        Value.Text text = text(Modifier.EXPAND, value);
        if (PLACEHOLDER.matcher(text.raw()).find()) {
            throw refused("there are no values for the placeholder in '" + text.raw() + "'");
        }
        return new Value.Text(text.raw(), text.pattern().map(part -> part.replace("\\%", "%")));
    }

    private byte[] bytes(Modifier modifier, Value value) {
        return value instanceof Value.Bytes bytes
                ? bytes.bytes()
                : plain(modifier, value).getBytes(StandardCharsets.UTF_8);
    }

    /** Text without wildcards. */
    private String plain(Modifier modifier, Value value) {
        return text(modifier, value).pattern().literal().orElseThrow(() -> misfit(modifier, "text without wildcards"));
    }

    private String raw(Modifier modifier, Value value) {
        return text(modifier, value).raw();
    }

    private Value.Text text(Modifier modifier, Value value) {
        if (value instanceof Value.Text text) {
            return text;
        }
        if (value instanceof Value.Numeral number) {
            return Value.Text.of(number.whole().orElseGet(() -> number.number().toString()));
        }
        throw misfit(modifier, "text");
    }

    private BigDecimal number(Modifier modifier, Value value) {
        if (value instanceof Value.Numeral number) {
            return number.number();
        }
        try {
            return new BigDecimal(raw(modifier, value));
        } catch (NumberFormatException none) {
            throw misfit(modifier, "a number");
        }
    }

    private long wholeNumber(Modifier modifier, Value value) {
        try {
            return number(modifier, value).longValueExact();
        } catch (ArithmeticException fraction) {
            throw misfit(modifier, "a whole number");
        }
    }

    private Refusal misfit(Modifier modifier, String wanted) {
        return refused(modifier.toString().toLowerCase(Locale.ROOT) + " takes " + wanted);
    }

    private Refusal refused(String reason) {
        return new Refusal(line, key + ": " + reason);
    }
}
