package dev.trailwise.query;

import dev.trailwise.failure.Suggestions;
import dev.trailwise.yaml.Yaml;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads single values of a front matter, and keeps what is wrong with them, by the lines of the file.
 *
 * @param file what to call the file in a problem
 * @param problems takes what is wrong
 */
record FrontMatterReader(String file, List<Problem> problems) {
    /** A text; one that is not there is empty. */
    String text(Yaml.Mapping mapping, String key) {
        return mapping.get(key).map(value -> scalar(key, value)).orElse("").strip();
    }

    /** True or false; false when it is not there. */
    boolean flag(Yaml.Mapping mapping, String key) {
        Optional<Yaml> value = mapping.get(key);
        String text = value.map(flag -> scalar(key, flag)).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            report(value.map(FrontMatterReader::line).orElse(1), key + " is true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    /** A value as a user would write it; a sequence becomes a comma-separated list. */
    Optional<String> value(Yaml.Mapping mapping, String key) {
        return mapping.get(key)
                .map(value -> value instanceof Yaml.Sequence sequence
                        ? ListText.join(sequence.items().stream()
                                .map(item -> scalar(key, item))
                                .toList())
                        : scalar(key, value));
    }

    String scalar(String key, Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        report(line(value), key + " is one value, not several");
        return "";
    }

    /** Reports keys that are unknown, with the nearest, and duplicate keys. */
    void checkKeys(Yaml.Mapping mapping, List<String> known) {
        checkTwice(mapping);
        for (Yaml.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                report(
                        line(entry),
                        "unknown key '" + entry.key() + "'" + Suggestions.hint(entry.key(), known) + "; keys here are "
                                + String.join(", ", known));
            }
        }
    }

    /** Reports duplicate keys. */
    void checkTwice(Yaml.Mapping mapping) {
        Set<String> seen = new HashSet<>();
        for (Yaml.Entry entry : mapping.entries()) {
            if (!seen.add(entry.key())) {
                report(line(entry), "'" + entry.key() + "' appears twice");
            }
        }
    }

    void report(int line, String message) {
        problems.add(new Problem(file, line, 0, message));
    }

    /** The line in the file: the front matter begins on the second. */
    static int line(Yaml value) {
        return value.line() + 1;
    }

    /** The line of a key in the file. */
    static int line(Yaml.Entry entry) {
        return entry.line() + 1;
    }
}
