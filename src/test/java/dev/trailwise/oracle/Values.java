package dev.trailwise.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values of both engines in one text form, so that equal values are equal texts. JSON is compared by its content, since
 * Trino writes the logs' objects anew; numbers of floating point to eleven digits, since sums depend on their order.
 */
final class Values {
    private static final String NULL = "NULL";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final MathContext DIGITS = new MathContext(11);

    private Values() {}

    /** A value as Trino's protocol gives it. */
    static String ofTrino(JsonNode value, TrinoType type) {
        if (value == null || value.isNull()) {
            return NULL;
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                parts.add(ofTrino(value.get(i), type.part(i)));
            }
            return parts.toString();
        }
        if (value.isObject()) {
            Map<String, String> entries = new TreeMap<>();
            value.fieldNames()
                    .forEachRemaining(key -> entries.put(
                            type.part(0).is("varbinary") ? bytes(key) : scalar(key, type.part(0)),
                            ofTrino(value.get(key), type.part(1))));
            return entries.toString();
        }
        return type.is("varbinary") ? bytes(value.asText()) : scalar(value.asText(), type);
    }

    /** Trino's protocol has bytes in Base64. */
    private static String bytes(String base64) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }

    /** A value as the local engine gives it, where Trino's is of this type. */
    static String ofLocal(Object value, TrinoType type) {
        return ofLocal(value, type, NULL);
    }

    private static String ofLocal(Object value, TrinoType type, String none) {
        if (value == null) {
            return none;
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(part -> ofLocal(part, type.part(0), none))
                    .toList()
                    .toString();
        }
        if (value instanceof Map<?, ?> map) {
            return type.is("map") ? entries(map, type, none) : fields(map, type, none);
        }
        if (value instanceof ZonedDateTime time) {
            return MILLIS.format(time) + " UTC";
        }
        if (value instanceof LocalDateTime time) {
            return MILLIS.format(time);
        }
        return scalar(value instanceof BigDecimal number ? number.toPlainString() : value.toString(), type);
    }

    /** A key is text in Trino's protocol, in which a NULL inside a key is {@code null}. */
    private static String entries(Map<?, ?> map, TrinoType type, String none) {
        Map<String, String> entries = new TreeMap<>();
        map.forEach(
                (key, value) -> entries.put(ofLocal(key, type.part(0), "null"), ofLocal(value, type.part(1), none)));
        return entries.toString();
    }

    private static String fields(Map<?, ?> row, TrinoType type, String none) {
        List<String> fields = new ArrayList<>();
        for (Iterator<?> values = row.values().iterator(); values.hasNext(); ) {
            fields.add(ofLocal(values.next(), type.part(fields.size()), none));
        }
        return fields.toString();
    }

    private static String scalar(String text, TrinoType type) {
        return switch (type.name()) {
            case "json" -> json(text);
            case "double", "real" -> real(text);
            case "varbinary" -> text.replace(" ", "");
            default -> text;
        };
    }

    private static String real(String text) {
        if (text.equals("NaN") || text.endsWith("Infinity")) {
            return text;
        }
        BigDecimal rounded = new BigDecimal(text).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(JSON.treeToValue(JSON.readTree(text), Object.class));
        } catch (JsonProcessingException e) {
            return "not JSON: " + text;
        }
    }
}
