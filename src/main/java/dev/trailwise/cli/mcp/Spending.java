package dev.trailwise.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What this session spent, by the history that every query writes. */
final class Spending {
    /** Marks the queries of this session's kind in the history. */
    static final String MARK = "--via=mcp";

    private final Commands commands;
    private final Limits limits;
    private final Set<String> known = new HashSet<>();
    private BigDecimal spent = BigDecimal.ZERO;

    Spending(Commands commands, Limits limits) {
        this.commands = commands;
        this.limits = limits;
        rows().forEach(row -> known.add(row.path("id").asText()));
    }

    /** The most that the next call may cost. */
    BigDecimal left() {
        return limits.session().subtract(spent).min(limits.call()).max(BigDecimal.ZERO);
    }

    /** Adds up what came into the history since. A query whose bill is not known counts as estimated. */
    void update() {
        for (JsonNode row : rows()) {
            if (known.add(row.path("id").asText())
                    && row.path("question").asText().contains(MARK)) {
                JsonNode bill = row.path("usd").isNumber() ? row.path("usd") : row.path("estimated_usd");
                boolean ran = !row.path("outcome").asText().equals("refused");
                spent = ran && bill.isNumber() ? spent.add(bill.decimalValue()) : spent;
            }
        }
    }

    private JsonNode rows() {
        return LogData.tree(
                commands.run(List.of("history", "--format=json"), line -> {}).out());
    }

    /** For the client. */
    Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("max_usd_per_call", limits.call());
        status.put("max_usd_per_session", limits.session());
        status.put("spent_usd_in_session", spent);
        status.put("next_call_may_cost_usd", left());
        status.put("free", !limits.logs().isEmpty());
        return status;
    }
}
