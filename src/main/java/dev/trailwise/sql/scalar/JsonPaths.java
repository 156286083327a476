package dev.trailwise.sql.scalar;

import java.util.ArrayList;
import java.util.List;

/** JSON paths as Trino's old JSON functions take them apart: names and indexes. */
public final class JsonPaths {
    private static final String UNQUOTED = ":_";

    private JsonPaths() {}

    /**
     * The names and indexes.
     *
     * @throws InvalidValue for what is no path
     */
    public static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        if (!path.startsWith("$")) {
            throw invalid(path);
        }
        int at = 1;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '.') {
                int end = at + 1;
                while (end < path.length() && unquoted(path.charAt(end))) {
                    end++;
                }
                if (end == at + 1) {
                    throw invalid(path);
                }
                steps.add(path.substring(at + 1, end));
                at = end;
            } else if (c == '[') {
                at = subscript(path, at + 1, steps);
            } else {
                throw invalid(path);
            }
        }
        return steps;
    }

    private static boolean unquoted(char c) {
        return Character.isLetterOrDigit(c) || UNQUOTED.indexOf(c) >= 0;
    }

    /** What is in brackets: a name in double quotes, in which a backslash escapes, or one without quotes. */
    private static int subscript(String path, int from, List<String> steps) {
        int at = from;
        StringBuilder name = new StringBuilder();
        if (at < path.length() && path.charAt(at) == '"') {
            at++;
            while (at < path.length() && path.charAt(at) != '"') {
                char c = path.charAt(at++);
                if (c == '\\') {
                    if (at == path.length() || (path.charAt(at) != '"' && path.charAt(at) != '\\')) {
                        throw invalid(path);
                    }
                    c = path.charAt(at++);
                }
                name.append(c);
            }
            at++;
        } else {
            while (at < path.length() && (Character.isLetterOrDigit(path.charAt(at)) || path.charAt(at) == '_')) {
                name.append(path.charAt(at++));
            }
            if (name.isEmpty()) {
                throw invalid(path);
            }
        }
        if (at >= path.length() || path.charAt(at) != ']') {
            throw invalid(path);
        }
        steps.add(name.toString());
        return at + 1;
    }

    private static InvalidValue invalid(String path) {
        return new InvalidValue("Invalid JSON path: '" + path + "'");
    }
}
