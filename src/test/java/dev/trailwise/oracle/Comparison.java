package dev.trailwise.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Whether two answers are the same: the same columns, the same rows as a set, and in order as far as one was asked for. */
final class Comparison {
    private final Question question;
    private final Answer theirs;
    private final Collected here;

    Comparison(Question question, Answer theirs, Collected here) {
        this.question = question;
        this.theirs = theirs;
        this.here = here;
    }

    /** What differs first, nothing when nothing does. */
    String difference() {
        if (!theirs.columns().equals(here.columns())) {
            return "columns: Trino " + theirs.columns() + ", here " + here.columns();
        }
        List<List<String>> ours = here.rows(theirs.types());
        String rows = first(sorted(theirs.rows()), sorted(ours));
        if (!rows.isEmpty()) {
            return "Trino " + theirs.rows().size() + " rows, here " + ours.size() + "; " + rows;
        }
        List<Integer> keys = orderedBy(question.sql().text(), theirs.columns());
        String order = first(keys(theirs.rows(), keys), keys(ours, keys));
        return order.isEmpty() ? "" : "order: " + order;
    }

    static List<String> sorted(List<List<String>> rows) {
        return rows.stream().map(List::toString).sorted().toList();
    }

    static List<String> keys(List<List<String>> rows, List<Integer> keys) {
        return rows.stream()
                .map(row -> keys.stream().map(row::get).toList().toString())
                .toList();
    }

    private static String first(List<String> theirs, List<String> ours) {
        int at = 0;
        while (at < ours.size() && at < theirs.size() && ours.get(at).equals(theirs.get(at))) {
            at++;
        }
        return at == ours.size() && at == theirs.size()
                ? ""
                : "first difference: Trino " + (at < theirs.size() ? theirs.get(at) : "none") + ", here "
                        + (at < ours.size() ? ours.get(at) : "none");
    }

    /**
     * The columns that the outermost ORDER BY names, as far as the first key that is not a column: rows that are equal in
     * them may stand in any order.
     */
    static List<Integer> orderedBy(String sql, List<String> columns) {
        String text = sql.replaceAll("--[^\n]*", " ").replaceAll("(?s)/\\*.*?\\*/", " ");
        // upper case would be longer: that of ß is SS
        int order = IntStream.iterate(text.length() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> text.regionMatches(true, i, "ORDER BY", 0, "ORDER BY".length()))
                .findFirst()
                .orElse(-1);
        if (order < 0 || depth(text.substring(order)) != 0) {
            return List.of();
        }
        String list = text.substring(order + "ORDER BY".length()).replaceAll("(?is)\\b(LIMIT|OFFSET|FETCH)\\b.*", "");
        List<Integer> keys = new ArrayList<>();
        for (String item : Arrays.asList(list.split(",(?![^()]*\\))", -1))) {
            String key = item.strip().replaceAll("(?i)(\\s+(ASC|DESC))?(\\s+NULLS\\s+(FIRST|LAST))?;?$", "");
            int index = index(key, columns);
            if (index < 0) {
                break;
            }
            keys.add(index);
        }
        return keys;
    }

    private static int index(String key, List<String> columns) {
        if (key.matches("[0-9]{1,3}")) {
            return Integer.parseInt(key) - 1;
        }
        String name = key.replace("\"", "").replaceAll("^.*\\.", "");
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).equalsIgnoreCase(name))
                .findFirst()
                .orElse(-1);
    }

    /** How many more parentheses close than open: not zero for an ORDER BY inside some. */
    private static int depth(String text) {
        return text.chars().map(c -> c == ')' ? 1 : c == '(' ? -1 : 0).sum();
    }
}
