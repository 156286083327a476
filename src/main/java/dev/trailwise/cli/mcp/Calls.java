package dev.trailwise.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.FlagName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Answers calls of tools by command lines, within the limits. */
final class Calls {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_CHARACTERS = 150_000;
    private static final List<String> ROWS = List.of("--format=ndjson", "--limit=" + (MOST_ROWS + 1));

    private final Commands commands;
    private final Limits limits;
    private final Spending spending;
    private final Pages pages = new Pages();
    private final Set<List<String>> estimated = new HashSet<>();

    Calls(Commands commands, Limits limits) {
        this.commands = commands;
        this.limits = limits;
        this.spending = new Spending(commands, limits);
    }

    /** The answer to a call; a call that does not run has one too. */
    Map<String, Object> answer(String name, JsonNode arguments, Consumer<String> progress) {
        try {
            Tool tool = Tool.named(name).orElseThrow(() -> new Refused("unknown tool " + LogData.text(name)));
            return switch (tool) {
                case LIST_QUERIES, DESCRIBE_TABLE, HISTORY ->
                    rows(commands.run(CommandLine.of(tool, arguments).words(ROWS), progress));
                case DESCRIBE_QUERY ->
                    text(commands.run(CommandLine.of(tool, arguments).words(List.of()), progress));
                case ESTIMATE -> estimate(arguments, progress);
                case NEXT_ROWS -> page(pages.next(arguments.path("cursor").asText()), new LinkedHashMap<>());
                case BUDGET_STATUS -> Answers.of(spending.status());
                case RUN_QUERY, SEARCH_EVENTS, RUN_SQL, HUNT, FOLLOW, GET_EVENT -> read(tool, arguments, progress);
            };
        } catch (Refused refused) {
            return Answers.failed(Map.of("error", String.valueOf(refused.getMessage())));
        }
    }

    private Map<String, Object> estimate(JsonNode arguments, Consumer<String> progress) {
        Tool tool = Tool.named(arguments.path("tool").asText())
                .filter(named -> named.reads)
                .orElseThrow(() -> new Refused("tool: run_query, run_sql, search_events, hunt, follow or get_event"));
        CommandLine line = CommandLine.of(tool, arguments.path("arguments"));
        List<String> how = new ArrayList<>(logs());
        how.addAll(List.of("--dry-run", "--format=json"));
        Commands.Ran ran = commands.run(line.words(how), progress);
        if (ran.exit() != 0) {
            return failed(ran);
        }
        estimated.add(line.words(List.of()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("estimate", LogData.document(ran.out()));
        values.put("next_call_may_cost_usd", spending.left());
        values.put("messages", messages(ran));
        return Answers.of(values);
    }

    private Map<String, Object> read(Tool tool, JsonNode arguments, Consumer<String> progress) {
        CommandLine line = CommandLine.of(tool, arguments);
        List<String> how = new ArrayList<>(logs());
        how.addAll(tool == Tool.FOLLOW ? List.of("--format=json") : ROWS);
        if (limits.logs().isEmpty()) {
            how.add("--max-cost=" + spending.left().toPlainString());
            how.add(Spending.MARK);
            if (estimated.contains(line.words(List.of()))) {
                how.add("--yes");
            }
        }
        Commands.Ran ran = commands.run(line.words(how), progress);
        if (limits.logs().isEmpty()) {
            spending.update();
        }
        boolean answered = ran.exit() == ExitCode.SUCCESS.code() || ran.exit() == ExitCode.PARTIAL.code();
        if (!answered) {
            return failed(ran);
        }
        return tool == Tool.FOLLOW ? document(ran) : rows(ran);
    }

    private List<String> logs() {
        return limits.logs().stream().map(path -> "--logs=" + path).toList();
    }

    private Map<String, Object> rows(Commands.Ran ran) {
        if (ran.exit() != ExitCode.SUCCESS.code() && ran.exit() != ExitCode.PARTIAL.code()) {
            return failed(ran);
        }
        List<Map<String, Object>> rows = LogData.rows(ran.out());
        Map<String, Object> ending = ending(ran);
        if (rows.size() > MOST_ROWS) {
            ending.put("complete", false);
            ending.put("cut", "there are more than " + MOST_ROWS + " rows: narrow the scope, or count in SQL");
        }
        return page(pages.first(rows.subList(0, Math.min(rows.size(), MOST_ROWS))), ending);
    }

    private static Map<String, Object> page(Pages.Page page, Map<String, Object> ending) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", page.rows());
        values.put("rows_in_answer", page.all());
        if (!page.cursor().isEmpty()) {
            values.put("next_cursor", page.cursor());
        }
        values.putAll(ending);
        return Answers.ofLog(values);
    }

    private static Map<String, Object> document(Commands.Ran ran) {
        if (ran.out().length() > MOST_CHARACTERS) {
            throw new Refused("the tree is too large to give out; narrow the scope");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("chain", LogData.document(ran.out()));
        values.putAll(ending(ran));
        return Answers.ofLog(values);
    }

    private static Map<String, Object> text(Commands.Ran ran) {
        return ran.exit() == 0 ? Answers.of(Map.of("query", LogData.text(ran.out()))) : failed(ran);
    }

    private static Map<String, Object> ending(Commands.Ran ran) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("complete", ran.exit() == ExitCode.SUCCESS.code());
        values.put("messages", messages(ran));
        return values;
    }

    private static List<String> messages(Commands.Ran ran) {
        return ran.messages().stream().map(LogData::text).toList();
    }

    /** The error of a command line, with its remedies as data. A client cannot raise a limit, so these are left out. */
    private static Map<String, Object> failed(Commands.Ran ran) {
        List<Map<String, Object>> ways = new ArrayList<>();
        for (String line : ran.messages()) {
            String[] parts = line.strip().split(" {2,}", 2);
            if (line.startsWith("  ") && parts.length == 2 && !raisesLimit(line)) {
                ways.add(Map.of("option", LogData.text(parts[0]), "effect", LogData.text(parts[1])));
            }
        }
        Map<String, Object> why = new LinkedHashMap<>();
        why.put(
                "error",
                messages(ran).stream().filter(line -> !raisesLimit(line)).toList());
        why.put("exit_code", ran.exit());
        why.put("over_budget", ran.exit() == ExitCode.OVER_BUDGET.code());
        why.put("ways_out", ways);
        return Answers.failed(why);
    }

    private static boolean raisesLimit(String line) {
        String way = line.strip();
        return way.startsWith(FlagName.MAX_COST.toString()) || way.startsWith(FlagName.MAX_SCAN.toString());
    }
}
