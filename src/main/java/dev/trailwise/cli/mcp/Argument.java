package dev.trailwise.cli.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An argument of a tool.
 *
 * @param name its name
 * @param kind what values it takes
 * @param required whether a call has to have it
 * @param flag the flag that it becomes; empty for one that the tool places itself
 * @param help what it means
 */
record Argument(String name, Kind kind, boolean required, String flag, String help) {
    /** The values of an argument. */
    enum Kind {
        TEXT("string"),
        FLAG("boolean"),
        LIST("array"),
        OBJECT("object");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    static final List<Argument> SCOPE = List.of(
            new Argument(
                    "from",
                    Kind.TEXT,
                    false,
                    "--from",
                    "Events from then on, UTC: 2026-11-01, 2026-11-01T10:00Z, 24h, 7d. Default: 24h."),
            new Argument("to", Kind.TEXT, false, "--to", "Events before then; a bare date is included. Default: now."),
            new Argument("accounts", Kind.LIST, false, "--account", "Only these accounts, 12 digits each."),
            new Argument("regions", Kind.LIST, false, "--region", "Only these Regions, as us-east-1."));

    static Argument needed(String name, String help) {
        return new Argument(name, Kind.TEXT, true, "", help);
    }

    static Argument text(String name, String flag, String help) {
        return new Argument(name, Kind.TEXT, false, flag, help);
    }

    /** These, and those of the scope. */
    static List<Argument> scoped(Argument... own) {
        List<Argument> all = new ArrayList<>(List.of(own));
        all.addAll(SCOPE);
        return all;
    }

    /** Its JSON Schema. */
    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", kind.type);
        if (kind == Kind.LIST) {
            schema.put("items", Map.of("type", "string"));
        }
        schema.put("description", help);
        return schema;
    }
}
