package dev.trailwise.logs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.TableDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the reader should find in an event, worked out slowly on top of Jackson. The JDK's decoder judges the UTF-8,
 * of which Jackson's own byte parser lets some invalid forms through. A lone surrogate, which RFC 8259 allows as an
 * escape and Jackson in values but not in keys, is made U+FFFD before Jackson sees it.
 */
final class Judge {
    private static final JsonFactory JACKSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonScanner.MAX_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** A pair of surrogates, or whatever else can follow a backslash. */
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\\\u[0-9a-fA-F]{4}|\\\\.", Pattern.DOTALL);

    private final TableDefinition table;

    Judge(TableDefinition table) {
        this.table = table;
    }

    /** Text, a number, a boolean, null, a list of values or an object as a list of members. */
    private interface Json {
        /** As {@code JsonNode.toString()} writes it, but with numbers as they were. */
        String compact();
    }

    private record Str(String text) implements Json {
        @Override
        public String compact() {
            return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
        }
    }

    private record Word(String compact) implements Json {
        boolean isNumber() {
            return !compact.equals("null") && !compact.equals("true") && !compact.equals("false");
        }
    }

    private record Arr(List<Json> values) implements Json {
        @Override
        public String compact() {
            return values.stream().map(Json::compact).collect(Collectors.joining(",", "[", "]"));
        }
    }

    private record Member(String key, String name, Json value) {
        Member(String key, Json value) {
            this(key, key.chars().allMatch(c -> c < 0x80) ? key.toLowerCase(Locale.ROOT) : key, value);
        }
    }

    private record Obj(List<Member> members) implements Json {
        @Override
        public String compact() {
            return members.stream()
                    .map(member -> new Str(member.key).compact() + ":" + member.value.compact())
                    .collect(Collectors.joining(",", "{", "}"));
        }

        @Nullable
        Json get(String name) {
            Json found = null;
            for (Member member : members) {
                if (member.name.equals(name)) {
                    found = member.value;
                }
            }
            return found;
        }
    }

    /** The values of an event by their paths, without those that are null; or nothing when the bytes are no JSON object. */
    Optional<Map<String, String>> values(byte[] event) {
        Json json;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(event))
                    .toString();
            String whole = text.contains("\\u") ? ESCAPE.matcher(text).replaceAll(Judge::withoutLoneSurrogate) : text;
            try (JsonParser parser = JACKSON.createParser(whole)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return Optional.empty();
                }
                json = read(parser);
                if (parser.nextToken() != null) {
                    return Optional.empty();
                }
            }
        } catch (IOException invalid) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        slice("", table.columns(), (Obj) json, values);
        return Optional.of(values);
    }

    private static String withoutLoneSurrogate(MatchResult escape) {
        String text = escape.group();
        boolean alone = text.matches("\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}");
        return Matcher.quoteReplacement(alone ? "\\ufffd" : text);
    }

    private static Json read(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                List<Member> members = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    members.add(new Member(key, read(parser)));
                }
                return new Obj(members);
            }
            case START_ARRAY -> {
                List<Json> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(read(parser));
                }
                return new Arr(values);
            }
            case VALUE_STRING -> {
                return new Str(parser.getText());
            }
            default -> {
                return new Word(parser.getText());
            }
        }
    }

    private static void slice(String parent, List<Column> columns, Obj object, Map<String, String> values) {
        for (Column column : columns) {
            Json json = object.get(column.name());
            String path = parent + column.name();
            if (json == null) {
                continue;
            }
            if (column.type() instanceof ColumnType.Struct struct) {
                if (json instanceof Obj inner) {
                    values.put(path, "");
                    slice(path + ".", struct.fields(), inner, values);
                }
            } else {
                String value = scalar(column.type(), json);
                if (value != null) {
                    values.put(path, value);
                }
            }
        }
    }

    private static @Nullable String scalar(ColumnType type, Json json) {
        if (json.compact().equals("null")) {
            return null;
        }
        if (type instanceof ColumnType.Text) {
            return json instanceof Str string ? string.text : json.compact();
        }
        if (type instanceof ColumnType.JsonText) {
            return json.compact();
        }
        Json nested = nested(type, json);
        return nested == null ? null : nested.compact();
    }

    /** The value as its type wants it, under the names of the table; null when it is null or of another shape. */
    private static @Nullable Json nested(ColumnType type, Json json) {
        if (type instanceof ColumnType.ArrayOf array) {
            return json instanceof Arr values
                    ? new Arr(values.values.stream()
                            .map(value -> orNull(nested(array.element(), value)))
                            .toList())
                    : null;
        }
        if (type instanceof ColumnType.TextMap) {
            return json instanceof Obj object ? map(object) : null;
        }
        if (type instanceof ColumnType.Struct struct) {
            return json instanceof Obj object ? struct(struct, object) : null;
        }
        if (type instanceof ColumnType.Real) {
            return json instanceof Word word && word.isNumber() ? word : null;
        }
        String text = scalar(type, json);
        return text == null ? null : new Str(text);
    }

    private static Json struct(ColumnType.Struct struct, Obj object) {
        List<Member> members = new ArrayList<>();
        for (Column field : struct.fields()) {
            Json json = object.get(field.name());
            Json value = json == null ? null : nested(field.type(), json);
            if (value != null) {
                members.add(new Member(field.name(), value));
            }
        }
        return new Obj(members);
    }

    private static Json map(Obj object) {
        Map<String, Json> values = new LinkedHashMap<>();
        object.members.forEach(member -> values.put(member.key, orNull(nested(new ColumnType.Text(), member.value))));
        return new Obj(values.entrySet().stream()
                .map(entry -> new Member(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Json orNull(@Nullable Json json) {
        return json == null ? new Word("null") : json;
    }
}
