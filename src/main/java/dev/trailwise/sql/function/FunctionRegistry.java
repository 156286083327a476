package dev.trailwise.sql.function;

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
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every function known, read from {@code functions.txt} once, and each understood when it is asked for. A function that is
 * not in it is refused.
 */
public final class FunctionRegistry {
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final Map<String, List<Function>> byName = new ConcurrentHashMap<>();
    private final Map<String, String> topics = new LinkedHashMap<>();

    private static final class Holder {
        static final FunctionRegistry LOADED = new FunctionRegistry();
    }

    private FunctionRegistry() {
        String topic = "";
        for (String line : read().split("\n")) {
            if (line.startsWith("#")) {
                topic = line.substring(1).strip();
            } else if (!line.isBlank()) {
                String name = name(line);
                topics.putIfAbsent(name, topic);
                lines.computeIfAbsent(name, first -> new ArrayList<>(1)).add(line);
            }
        }
    }

    public static FunctionRegistry get() {
        return Holder.LOADED;
    }

    /** The forms of a function, none when it is not known. */
    public List<Function> named(String name) {
        return byName.computeIfAbsent(
                name,
                wanted -> lines.getOrDefault(wanted, List.of()).stream()
                        .map(FunctionRegistry::parse)
                        .toList());
    }

    /** All of them by name, in the order of the file. */
    public Map<String, List<Function>> all() {
        Map<String, List<Function>> all = new LinkedHashMap<>();
        lines.keySet().forEach(name -> all.put(name, named(name)));
        return all;
    }

    /** What a function is about: its heading in the file. */
    public String topic(String name) {
        return topics.getOrDefault(name, "");
    }

    private static String name(String line) {
        int open = line.indexOf('(');
        return line.substring(line.lastIndexOf(' ', open) + 1, open);
    }

    /** {@code [agg|win] name(types) -> type = body -- note}; the part after the arguments is missing after {@code !}. */
    private static Function parse(String line) {
        int open = line.indexOf('(');
        int close = closing(line, open);
        String[] head = line.substring(0, open).split(" ");
        List<String> types = TypePattern.split(line.substring(open + 1, close));
        String rest = line.substring(close + 1).strip();
        int noteAt = rest.indexOf(" -- ");
        Optional<String> note = noteAt < 0 ? Optional.empty() : Optional.of(rest.substring(noteAt + 4));
        String definition = noteAt < 0 ? rest : rest.substring(0, noteAt);
        boolean refused = definition.startsWith("!");
        int end = refused ? 0 : closing(definition, definition.indexOf(' ') + 1);
        String result = refused ? "unknown" : definition.substring(3, end).strip();
        String answer = definition.substring(end).strip();
        Function.Support support = answer.startsWith(":=")
                ? Function.Support.EXPRESSION
                : switch (answer.charAt(0)) {
                    case '=' -> Function.Support.NATIVE;
                    case '@' -> Function.Support.REWRITTEN;
                    case '!' -> Function.Support.UNSUPPORTED;
                    default -> throw new IllegalStateException("functions.txt has a line that is no function: " + line);
                };
        return new Function(
                name(line),
                head.length == 1
                        ? Function.Kind.SCALAR
                        : head[0].equals("agg") ? Function.Kind.AGGREGATE : Function.Kind.WINDOW,
                types.stream()
                        .map(type -> TypePattern.parse(type.replaceAll("[?…]$", "")))
                        .toList(),
                (int) types.stream().filter(type -> type.endsWith("?")).count(),
                types.stream().anyMatch(type -> type.endsWith("…")),
                TypePattern.parse(result),
                support,
                answer.substring(answer.startsWith(":=") ? 2 : 1).strip(),
                note);
    }

    /** Where the parenthesis that opens at or after an offset closes, or where the word there ends. */
    private static int closing(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && (c == ')' && text.charAt(from) == '(')) {
                return i;
            }
            if (depth == 0 && c == ' ') {
                return i;
            }
        }
        return text.length();
    }

    private static String read() {
        try (InputStream in =
                Objects.requireNonNull(FunctionRegistry.class.getResourceAsStream("functions.txt"), "functions.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
