package dev.trailwise.local;

import dev.trailwise.table.Column;
import dev.trailwise.table.ColumnType;
import dev.trailwise.table.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which fields of a table's structs a query reads. DuckDB asks the function for the columns that it needs, but cannot ask
 * for a part of a struct, and most questions name one or two of the thirty fields of {@code useridentity}: the others
 * need not be sliced.
 *
 * <p>Looks at the translated SQL, where every identifier is quoted. Whatever is not plainly {@code column.field.field}
 * counts as a use of the whole struct, and a {@code *} as a use of everything, except that of the scope's own
 * {@code FROM (SELECT * FROM "database"."table" WHERE …)}, whose columns are named outside.
 */
final class UsedFields {
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'"
            + "|(?<names>\"(?:[^\"]|\"\")+\"(?:\\s*\\.\\s*\"(?:[^\"]|\"\")+\")*)|[A-Za-z_][A-Za-z0-9_]*|\\S");
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")+)\"");
    private static final String NAMES = "\"";
    private static final Set<String> BEFORE_A_TABLE = Set.of("FROM", "JOIN", "AS");
    private static final Set<String> BEFORE_ALL_COLUMNS = Set.of("SELECT", "DISTINCT", "ALL", ",", ".");
    private static final Set<String> UNNAMED_COLUMNS = Set.of("NATURAL", "TABLE");

    private final boolean everything;
    private final Set<String> paths;

    private UsedFields(boolean everything, Set<String> paths) {
        this.everything = everything;
        this.paths = paths;
    }

    /** All of them. */
    static UsedFields everything() {
        return new UsedFields(true, Set.of());
    }

    /** Those that a query names. */
    static UsedFields of(String duckSql, TableDefinition table) {
        List<String> tokens = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (Matcher token = TOKEN.matcher(duckSql); token.find(); ) {
            String names = token.group("names");
            if (names != null) {
                addPaths(names(names), table, paths);
            }
            tokens.add(names == null ? token.group().toUpperCase(Locale.ROOT) : NAMES);
        }
        return new UsedFields(takesAllColumns(tokens), paths);
    }

    /** Whether a field is read, or something in it, or a struct around it. */
    boolean reads(String path) {
        return whole(path) || paths.stream().anyMatch(used -> used.startsWith(path + "."));
    }

    /** Whether all of a struct is read, so that it matters whether it is there. */
    boolean whole(String path) {
        return everything || paths.stream().anyMatch(used -> path.equals(used) || path.startsWith(used + "."));
    }

    private static boolean takesAllColumns(List<String> tokens) {
        for (int k = 1; k < tokens.size(); k++) {
            boolean all = tokens.get(k).equals("*") && BEFORE_ALL_COLUMNS.contains(tokens.get(k - 1));
            if ((all && !isScope(tokens, k)) || UNNAMED_COLUMNS.contains(tokens.get(k))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the star is that of a subquery in place of a table, over the table itself. */
    private static boolean isScope(List<String> tokens, int star) {
        return star >= 3
                && star + 2 < tokens.size()
                && BEFORE_A_TABLE.contains(tokens.get(star - 3))
                && tokens.get(star - 2).equals("(")
                && tokens.get(star - 1).equals("SELECT")
                && tokens.get(star + 1).equals("FROM")
                && tokens.get(star + 2).equals(NAMES);
    }

    private static List<String> names(String dotted) {
        return NAME.matcher(dotted)
                .results()
                .map(name -> name.group(1).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A column's name may follow that of its table, or be that of something else: each possibility counts. */
    private static void addPaths(List<String> names, TableDefinition table, Set<String> paths) {
        for (int k = 0; k < names.size(); k++) {
            Optional<Column> column = table.column(names.get(k));
            if (column.isPresent()) {
                paths.add(path(column.get(), names.subList(k + 1, names.size())));
            }
        }
    }

    /** As far as the names lead from field to field. */
    private static String path(Column column, List<String> fields) {
        StringBuilder path = new StringBuilder(column.name());
        ColumnType type = column.type();
        for (String name : fields) {
            if (!(type instanceof ColumnType.Struct struct)) {
                break;
            }
            Optional<Column> field = struct.fields().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst();
            if (field.isEmpty()) {
                break;
            }
            path.append('.').append(name);
            type = field.get().type();
        }
        return path.toString();
    }
}
