package dev.trailwise.local.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which types of arrays, rows and maps DuckDB writes as the JSON that {@link dev.trailwise.text.JsonText} writes of them. */
final class NestedTypes {
    /** Whose values have one form in JSON, but for the escapes of strings. */
    private static final Set<String> SCALARS = Set.of(
            "VARCHAR", "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");

    private NestedTypes() {}

    /** @param type in DuckDB's words, such as {@code STRUCT(a VARCHAR, "b c" BIGINT[])} */
    static boolean isJson(String type) {
        return (type.endsWith("[]") || type.endsWith(")")) && hasOneForm(type);
    }

    private static boolean hasOneForm(String type) {
        if (type.endsWith("[]")) {
            return hasOneForm(type.substring(0, type.length() - 2));
        }
        if (type.startsWith("STRUCT(")) {
            return parts(type, "STRUCT(").stream().allMatch(field -> hasOneForm(field.substring(afterName(field))));
        }
        if (type.startsWith("MAP(")) {
            List<String> parts = parts(type, "MAP(");
            return parts.size() == 2 && parts.get(0).equals("VARCHAR") && hasOneForm(parts.get(1));
        }
        return SCALARS.contains(type);
    }

    /** The parts in the parentheses, split at the outermost commas. */
    private static List<String> parts(String type, String opening) {
        List<String> parts = new ArrayList<>();
        int from = opening.length();
        int level = 0;
        boolean quoted = false;
        for (int i = from; i < type.length(); i++) {
            char c = type.charAt(i);
            quoted ^= c == '"';
            if (quoted) {
                continue;
            }
            if (level == 0 && (c == ',' || c == ')')) {
                parts.add(type.substring(from, i).strip());
                from = i + 1;
            }
            level += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return from == type.length() ? parts : List.of("");
    }

    /** Where the type of a field begins. */
    private static int afterName(String field) {
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            quoted ^= field.charAt(i) == '"';
            if (!quoted && field.charAt(i) == ' ') {
                return i + 1;
            }
        }
        return field.length();
    }
}
