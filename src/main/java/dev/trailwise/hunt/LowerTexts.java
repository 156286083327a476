package dev.trailwise.hunt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The columns that conditions compare in lower case, each made lower case once for all conditions. */
final class LowerTexts {
    /** A literal, in which nothing is changed, or a column of more than one letter: those of one are of lambdas. */
    private static final Pattern CALL =
            Pattern.compile("'(?:[^']|'')*'|\\blower\\(([a-z][a-z0-9_]+(?:[.][a-z0-9_]+)*)\\)");

    private final Map<String, String> columns = new LinkedHashMap<>();

    /** A condition with names of columns in the place of calls of {@code lower}. */
    String shared(String condition) {
        return CALL.matcher(condition)
                .replaceAll(call -> Matcher.quoteReplacement(
                        call.group(1) == null
                                ? call.group()
                                : columns.computeIfAbsent(
                                        call.group(1), column -> "lower_" + column.replace('.', '_'))));
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** The columns, each with a comma before it. */
    String columns() {
        return columns.entrySet().stream()
                .map(column -> ", lower(" + column.getKey() + ") AS " + column.getValue())
                .collect(Collectors.joining());
    }
}
