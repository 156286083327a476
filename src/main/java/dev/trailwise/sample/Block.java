package dev.trailwise.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A block of a script file. Its head line has a kind, words and {@code name=value} attributes; each indented line below
 * is an entry of a name and a text, which goes on in the lines that are indented deeper.
 *
 * @param kind the first word
 * @param words the other words without {@code =}
 * @param attributes the words with one
 * @param entries the indented lines, in order
 */
record Block(String kind, List<String> words, Map<String, String> attributes, Map<String, String> entries) {
    /** Reads a script that is part of the program. */
    static List<Block> read(String resource) {
        try (InputStream in = Objects.requireNonNull(Block.class.getResourceAsStream(resource), resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Block> parse(String text) {
        List<Block> blocks = new ArrayList<>();
        String entry = "";
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                blocks.add(head(line.strip()));
                continue;
            }
            Map<String, String> entries = blocks.get(blocks.size() - 1).entries();
            if (line.startsWith("    ")) {
                entries.merge(entry, line.strip(), String::concat);
            } else {
                String[] parts = line.strip().split(" ", 2);
                entry = parts[0];
                entries.put(entry, parts.length > 1 ? parts[1] : "");
            }
        }
        return blocks;
    }

    /** The attribute's value. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The attribute's values between commas; none when it is not there. */
    List<String> list(String name) {
        return attribute(name).map(value -> List.of(value.split(","))).orElse(List.of());
    }

    /** Whether the head has the word. */
    boolean says(String word) {
        return words.contains(word);
    }

    private static Block head(String line) {
        String[] tokens = line.split(" +");
        List<String> words = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String token : List.of(tokens).subList(1, tokens.length)) {
            int equals = token.indexOf('=');
            if (equals < 0) {
                words.add(token);
            } else {
                attributes.put(token.substring(0, equals), token.substring(equals + 1));
            }
        }
        return new Block(tokens[0], List.copyOf(words), attributes, new LinkedHashMap<>());
    }
}
