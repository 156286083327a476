package dev.trailwise.sql;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every function known, read from {@code functions.txt} once. A function that is not in it is refused. */
final class FunctionRegistry {
    private static final Pattern LINE = Pattern.compile(
            "(?<name>[a-z0-9_]+)\\((?<arguments>[^)]*)\\) (?<kind>:=|=|@|!) ?(?<body>.*?)(?: -- (?<note>.*))?");

    private final Map<String, List<Function>> byName = new LinkedHashMap<>();

    private static final class Holder {
        static final FunctionRegistry LOADED = new FunctionRegistry();
    }

    private FunctionRegistry() {
        for (String line : read().split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Function function = parse(line);
                byName.computeIfAbsent(function.name(), name -> new ArrayList<>())
                        .add(function);
            }
        }
    }

    static FunctionRegistry get() {
        return Holder.LOADED;
    }

    /** How DuckDB answers a function. */
    enum Support {
        NATIVE,
        MACRO,
        REWRITTEN,
        UNSUPPORTED
    }

    /**
     * One form of a function.
     *
     * @param name its name in Trino, lower case
     * @param fewest how many arguments it takes at least
     * @param most how many at most
     * @param support how it is answered
     * @param body DuckDB's name for it, the expression, or why it is not answered
     * @param note the difference that remains, or nothing
     */
    record Function(String name, int fewest, int most, Support support, String body, Optional<String> note) {
        boolean takes(int arguments) {
            return fewest <= arguments && arguments <= most;
        }
    }

    /** The forms of a function, none when it is not known. */
    List<Function> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** All of them, in the order of the file. */
    List<Function> all() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    private static Function parse(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalStateException("functions.txt has a line that is no function: " + line);
        }
        String[] arguments = matcher.group("arguments").isBlank()
                ? new String[0]
                : matcher.group("arguments").split(",\\s*");
        int fewest = 0;
        int most = arguments.length;
        for (String argument : arguments) {
            fewest += argument.endsWith("?") ? 0 : 1;
            most = argument.endsWith("…") ? Integer.MAX_VALUE : most;
        }
        Support support = switch (matcher.group("kind")) {
            case "=" -> Support.NATIVE;
            case ":=" -> Support.MACRO;
            case "@" -> Support.REWRITTEN;
            default -> Support.UNSUPPORTED;
        };
        return new Function(
                matcher.group("name"),
                fewest,
                most,
                support,
                matcher.group("body"),
                Optional.ofNullable(matcher.group("note")));
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(FunctionRegistry.class.getResourceAsStream("functions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
