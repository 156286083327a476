package dev.trailwise.testing.aws.athena;

import dev.trailwise.testing.aws.athena.SqlWords.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every time that a query reads a table, with the conditions on partitions that stand right at the read: in the same
 * SELECT, or in one around it that takes {@code *} of that alone. A CTE is read anew wherever it is named. This is the
 * judge of the product's estimates, so it is written without any of the product's code, and knows less SQL.
 */
final class Reads {
    private static final Set<String> ENDS_FROM = Set.of(
            "where", "group", "having", "order", "limit", "offset", "fetch", "window", "union", "intersect", "except");

    private static final Set<String> PARTITION = Set.of("account", "region", "day");

    /**
     * A read of a table.
     *
     * @param table the last part of its name
     * @param conditions SQL on the columns account, region and day, all of which hold
     */
    record Read(String table, List<String> conditions) {}

    private record Cte(List<Word> body, Map<String, Cte> visible) {}

    private final List<Read> found = new ArrayList<>();

    private Reads() {}

    static List<Read> of(String sql) {
        Reads reads = new Reads();
        reads.query(SqlWords.of(sql), Map.of(), List.of());
        return reads.found;
    }

    private void query(List<Word> words, Map<String, Cte> outer, List<String> above) {
        Map<String, Cte> visible = new HashMap<>(outer);
        int at = 0;
        if (!words.isEmpty() && words.get(0).is("WITH")) {
            at = words.get(1).is("RECURSIVE") ? 2 : 1;
            do {
                String name = words.get(at).name();
                while (!words.get(at).is("AS")) {
                    at++;
                }
                int close = SqlWords.closing(words, at + 1);
                visible.put(name, new Cte(words.subList(at + 2, close), Map.copyOf(visible)));
                at = close + 2;
            } while (words.get(at - 1).is(","));
            at--;
        }
        int start = at;
        for (int i = at; i <= words.size(); i++) {
            if (i == words.size() || setOperator(words.get(i))) {
                select(words.subList(start, i), visible, above);
                start = i + 1 < words.size() && words.get(i + 1).is("ALL") ? i + 2 : i + 1;
            } else if (words.get(i).is("(")) {
                i = SqlWords.closing(words, i);
            }
        }
    }

    private static boolean setOperator(Word word) {
        return word.is("UNION") || word.is("INTERSECT") || word.is("EXCEPT");
    }

    /** One SELECT, or what else may stand there: all of its parentheses are looked into. */
    private void select(List<Word> words, Map<String, Cte> visible, List<String> above) {
        boolean from = false;
        boolean selected = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Word before = i == 0 ? word : words.get(i - 1);
            selected |= word.is("SELECT");
            if ((word.is("FROM") && selected && !before.is("DISTINCT")) || (word.is("TABLE") && i == 0)) {
                from = true;
            } else if (!word.quoted() && ENDS_FROM.contains(word.name())) {
                from = false;
            }
            boolean place =
                    from && i > 0 && (before.is("FROM") || before.is("JOIN") || before.is(",") || before.is("TABLE"));
            if (word.is("(")) {
                int close = SqlWords.closing(words, i);
                List<Word> inside = words.subList(i + 1, close);
                if (place && !inside.isEmpty() && relation(inside.get(0))) {
                    List<Word> joined = new ArrayList<>(SqlWords.of("SELECT 1 FROM"));
                    joined.addAll(inside);
                    query(joined, visible, List.of());
                } else {
                    query(inside, visible, place && onlyOne(words) ? passed(words, above) : List.of());
                }
                i = close;
            } else if (place && word.isName() && !word.is("TABLE")) {
                i = read(words, i, visible, onlyOne(words) ? passed(words, above) : List.of());
            }
        }
    }

    /** Whether a parenthesis in FROM holds a join, not a query. */
    private static boolean relation(Word first) {
        return !first.is("SELECT") && !first.is("WITH") && !first.is("VALUES") && !first.is("TABLE") && !first.is("(");
    }

    private int read(List<Word> words, int start, Map<String, Cte> visible, List<String> conditions) {
        int last = start;
        while (last + 2 < words.size() && words.get(last + 1).is(".")) {
            last += 2;
        }
        boolean function = last + 1 < words.size() && words.get(last + 1).is("(");
        String name = words.get(last).name();
        Cte cte = last == start ? visible.get(name) : null;
        if (cte != null) {
            query(cte.body(), cte.visible(), conditions);
        } else if (!function) {
            found.add(new Read(name, conditions));
        }
        return last;
    }

    /** Whether the SELECT reads from one place only: then what it asks of columns, it asks of that. */
    private static boolean onlyOne(List<Word> words) {
        int depth = 0;
        boolean from = false;
        for (Word word : words) {
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (depth == 0) {
                from = word.is("FROM") || (from && !ENDS_FROM.contains(word.name()));
                if (from && (word.is(",") || word.is("JOIN"))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> passed(List<Word> words, List<String> above) {
        List<String> conditions = new ArrayList<>(conditions(words));
        boolean star =
                words.size() > 1 && words.get(0).is("SELECT") && words.get(1).is("*");
        boolean all = words.stream().noneMatch(word -> word.is("LIMIT") || word.is("OVER"));
        if (star && all) {
            conditions.addAll(above);
        }
        return conditions;
    }

    /** The parts of WHERE between its ANDs that speak of partition columns and literals alone. */
    private static List<String> conditions(List<Word> words) {
        List<List<Word>> parts = new ArrayList<>();
        boolean where = false;
        boolean between = false;
        boolean or = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            int end = word.is("(") ? SqlWords.closing(words, i) : i;
            if (word.is("WHERE")) {
                where = true;
                parts.add(new ArrayList<>());
            } else if (where && ENDS_FROM.contains(word.name())) {
                break;
            } else if (where && word.is("AND") && !between) {
                parts.add(new ArrayList<>());
            } else if (where) {
                or |= word.is("OR");
                between = word.is("BETWEEN") || (between && !word.is("AND"));
                parts.get(parts.size() - 1).addAll(words.subList(i, end + 1));
            }
            i = end;
        }
        return (or ? List.of(together(parts)) : parts)
                .stream().filter(Reads::ofPartitions).map(Reads::sql).toList();
    }

    /** Where an OR stands between the parts, only all of them together say anything. */
    private static List<Word> together(List<List<Word>> parts) {
        List<Word> whole = new ArrayList<>();
        for (List<Word> part : parts) {
            whole.addAll(whole.isEmpty() ? List.of() : SqlWords.of("AND"));
            whole.addAll(part);
        }
        return whole;
    }

    private static boolean ofPartitions(List<Word> part) {
        Set<String> keywords = Set.of("in", "between", "and", "or", "not", "like", "is", "null");
        Set<String> names = part.stream()
                .filter(word -> word.quoted() || (word.isName() && !keywords.contains(word.name())))
                .map(Word::name)
                .collect(Collectors.toSet());
        return !names.isEmpty() && PARTITION.containsAll(columns(part, names));
    }

    /** Without the qualifiers: names before a dot. */
    private static Set<String> columns(List<Word> part, Set<String> names) {
        for (int i = 0; i + 1 < part.size(); i++) {
            if (part.get(i + 1).is(".")) {
                names.remove(part.get(i).name());
            }
        }
        return names;
    }

    private static String sql(List<Word> part) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < part.size(); i++) {
            boolean qualifier = i + 1 < part.size() && part.get(i + 1).is(".");
            if (!qualifier && !part.get(i).is(".")) {
                sql.append(part.get(i).text()).append(' ');
            }
        }
        return sql.toString().strip();
    }
}
