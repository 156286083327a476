package dev.trailwise.report.file;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Suggestions;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.text.Sanitizer;
import dev.trailwise.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads values of a report's file; what is wrong with one is a failure that shows its place. */
final class Fields {
    private final String file;
    private final String text;

    /** @param file what to call the file in an error */
    Fields(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** What is wrong, at a place of the file. */
    Failure wrong(int line, int column, String problem) {
        return new Failure(
                ExitCode.USAGE,
                Sanitizer.text(file) + ":" + line + ":" + column + ": " + Sanitizer.text(problem) + "\n"
                        + Excerpt.at(text, offset(line, column)));
    }

    Failure wrong(Yaml value, String problem) {
        return wrong(value.line(), value.column(), problem);
    }

    private int offset(int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        return Math.min(text.length(), at + column - 1);
    }

    /** Refuses keys that are unknown, with the nearest, and duplicate ones. */
    void checkKeys(Yaml.Mapping mapping, List<String> known) {
        Set<String> seen = new HashSet<>();
        for (Yaml.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                throw wrong(
                        entry.line(),
                        entry.column(),
                        "unknown key '" + entry.key() + "'" + Suggestions.hint(entry.key(), known) + "; keys here are "
                                + String.join(", ", known));
            }
            if (!seen.add(entry.key())) {
                throw wrong(entry.line(), entry.column(), "duplicate key '" + entry.key() + "'");
            }
        }
    }

    /** A text; nothing when it is not there. */
    Optional<String> text(Yaml.Mapping mapping, String key) {
        return mapping.get(key).map(value -> scalar(key, value)).filter(value -> !value.isBlank());
    }

    /** True or false; false when it is not there. */
    boolean flag(Yaml.Mapping mapping, String key) {
        Optional<Yaml> value = mapping.get(key);
        String flag = value.map(given -> scalar(key, given)).orElse("false");
        if (!flag.equals("true") && !flag.equals("false")) {
            throw wrong(value.orElse(mapping), key + " must be true or false, not '" + flag + "'");
        }
        return flag.equals("true");
    }

    /** One value or several; none when the key is not there. */
    <T> List<T> list(Yaml.Mapping mapping, String key, Function<String, T> reader) {
        Optional<Yaml> value = mapping.get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        List<Yaml> items = value.get() instanceof Yaml.Sequence sequence ? sequence.items() : List.of(value.get());
        List<T> values = new ArrayList<>();
        for (Yaml item : items) {
            values.add(read(item, scalar(key, item), reader));
        }
        return values;
    }

    /** What a text means; a reader refuses one by an {@link IllegalArgumentException}. */
    <T> T read(Yaml place, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException invalid) {
            throw wrong(place, String.valueOf(invalid.getMessage()));
        }
    }

    /** The parameters of a query as {@code key=value}, a list's values in one. */
    List<String> parameters(Yaml.Mapping mapping) {
        Optional<Yaml> value = mapping.get("parameters");
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof Yaml.Mapping parameters)) {
            throw wrong(value.get(), "parameters must be a mapping: {access_key: AKIAIOSFODNN7EXAMPLE}");
        }
        List<String> arguments = new ArrayList<>();
        for (Yaml.Entry entry : parameters.entries()) {
            boolean several = entry.value() instanceof Yaml.Sequence;
            List<String> values = list(parameters, entry.key(), text -> text);
            arguments.add(entry.key() + "="
                    + String.join(
                            ",",
                            several
                                    ? values.stream()
                                            .map(one ->
                                                    one.replace("\\", "\\\\").replace(",", "\\,"))
                                            .toList()
                                    : values));
        }
        return arguments;
    }

    String scalar(String key, Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        throw wrong(value, key + " must be a single value");
    }
}
