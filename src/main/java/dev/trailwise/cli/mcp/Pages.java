package dev.trailwise.cli.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the latest answers, given out in parts. */
final class Pages {
    private static final int ROWS = 100;
    private static final int CHARACTERS = 50_000;
    private static final int ANSWERS = 4;

    private final Map<String, List<Map<String, Object>>> answers = new LinkedHashMap<>();
    private int count;

    /**
     * A part of an answer.
     *
     * @param rows its rows
     * @param all how many the answer has
     * @param cursor gives the next part; empty at the end
     */
    record Page(List<Map<String, Object>> rows, int all, String cursor) {}

    /** Keeps an answer and gives its first part. */
    Page first(List<Map<String, Object>> rows) {
        String name = String.valueOf(++count);
        answers.put(name, List.copyOf(rows));
        if (answers.size() > ANSWERS) {
            answers.remove(answers.keySet().iterator().next());
        }
        return page(name, 0);
    }

    /** @throws Refused when the answer is not kept any more */
    Page next(String cursor) {
        String[] parts = cursor.split(":", 2);
        if (parts.length != 2 || !answers.containsKey(parts[0]) || !parts[1].matches("[0-9]{1,9}")) {
            throw new Refused("this cursor is not known any more; make the call again");
        }
        return page(parts[0], Integer.parseInt(parts[1]));
    }

    private Page page(String name, int from) {
        List<Map<String, Object>> rows = answers.getOrDefault(name, List.of());
        int to = Math.min(from, rows.size());
        int characters = 0;
        while (to < rows.size() && to < from + ROWS && (characters < CHARACTERS || to == from)) {
            characters += String.valueOf(rows.get(to)).length();
            to++;
        }
        return new Page(rows.subList(Math.min(from, to), to), rows.size(), to < rows.size() ? name + ":" + to : "");
    }
}
