package dev.trailwise.cli.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a client can call. */
@SuppressWarnings("ImmutableEnumChecker") // lists of records are
enum Tool {
    LIST_QUERIES(
            "queries list",
            "List saved queries and detections, by words in their names, titles and descriptions.",
            false,
            Argument.text("words", "", "Only queries with this word."),
            Argument.text("topic", "--topic", "Only this topic, such as iam, keys or network."),
            Argument.text("mitre", "--mitre", "Only this ATT&CK technique, such as T1562.")),
    DESCRIBE_QUERY(
            "queries show",
            "Explain a saved query: its parameters and its SQL.",
            false,
            Argument.needed("name", "The name, from list_queries.")),
    DESCRIBE_TABLE("table columns", "List the columns of the table cloudtrail with their types and meaning.", false),
    ESTIMATE(
            "",
            "Price a call before it runs: exact bytes and US dollars. Costs nothing.",
            false,
            Argument.needed("tool", "run_query, run_sql, search_events, hunt, follow or get_event."),
            new Argument("arguments", Argument.Kind.OBJECT, true, "", "The arguments of that call.")),
    RUN_QUERY(
            "run",
            "Run a saved query.",
            true,
            Argument.needed("name", "The name, from list_queries."),
            new Argument("parameters", Argument.Kind.OBJECT, false, "", "Parameters of the query, by name.")),
    SEARCH_EVENTS(
            "search",
            "Find events by what they are, earliest first. Several arguments mean all of them; * matches any characters.",
            true,
            Argument.text("event_name", "--event-name", "API action: StopLogging, Delete*."),
            Argument.text("user", "--user", "User, role, session name or ARN."),
            Argument.text("access_key", "--access-key", "Access key id."),
            Argument.text("ip", "--ip", "Address or network."),
            Argument.text("error", "--error", "any, none, or an error code."),
            new Argument("write_only", Argument.Kind.FLAG, false, "--write-only", "Only calls that change something.")),
    RUN_SQL(
            "sql",
            "Run a SELECT in Athena's SQL over the table cloudtrail; the scope is added to it.",
            true,
            Argument.needed("sql", "The statement.")),
    HUNT(
            "hunt",
            "Run all detections in one scan.",
            true,
            Argument.text("min_level", "--min-level", "informational, low, medium, high or critical."),
            Argument.text("topic", "--topic", "Only detections of this topic."),
            Argument.text("mitre", "--mitre", "Only detections of this ATT&CK technique.")),
    FOLLOW(
            "follow",
            "Follow a credential: what created it, and what it led to. A query for each step.",
            true,
            Argument.needed("start", "An access key, ARN, user, session, address or event id.")),
    GET_EVENT(
            "run",
            "Show all that is recorded of one event.",
            true,
            Argument.needed("event_id", "The eventid that other tools show.")),
    NEXT_ROWS(
            "",
            "Show more rows of an earlier answer.",
            false,
            Argument.needed("cursor", "next_cursor of that answer.")),
    BUDGET_STATUS("", "Show the limits of this server and what was spent in this session.", false),
    HISTORY("history", "Show the queries of this month that ran on Athena, with their cost.", false);

    final String command;
    final String description;
    final boolean reads;
    final List<Argument> arguments;

    /** @param reads whether it reads events, which may cost something */
    Tool(String command, String description, boolean reads, Argument... arguments) {
        this.command = command;
        this.description = description;
        this.reads = reads;
        this.arguments = reads ? Argument.scoped(arguments) : List.of(arguments);
    }

    /** The tool of that name. */
    static Optional<Tool> named(String name) {
        return List.of(values()).stream()
                .filter(tool -> tool.word().equals(name))
                .findFirst();
    }

    /** As clients call it: {@code run_query}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its entry in the list of tools. */
    Map<String, Object> listed() {
        Map<String, Object> properties = new LinkedHashMap<>();
        arguments.forEach(argument -> properties.put(argument.name(), argument.schema()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                arguments.stream()
                        .filter(Argument::required)
                        .map(Argument::name)
                        .toList());
        schema.put("additionalProperties", false);
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("name", word());
        tool.put("description", description);
        tool.put("inputSchema", schema);
        tool.put("annotations", Map.of("readOnlyHint", true, "destructiveHint", false, "openWorldHint", reads));
        return tool;
    }
}
