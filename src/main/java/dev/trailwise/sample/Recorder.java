package dev.trailwise.sample;

import dev.trailwise.table.Column;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.Tables;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes the record of a call as CloudTrail does: one JSON object, the fields in the order of the record format. */
final class Recorder {
    private static final Map<LogKind, List<String>> KEYS = Tables.ALL.stream()
            .collect(Collectors.toMap(
                    TableDefinition::kind,
                    table -> table.columns().stream().map(Column::key).toList()));
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

    private final Script script;
    private final long seed;
    private final Map<String, Map<String, String>> sessions = new HashMap<>();

    Recorder(Script script, long seed) {
        this.script = script;
        this.seed = seed;
    }

    /** The scene of one call. */
    RenderContext context(SeededRandom random, Actor actor, Call call, AccountId account, Region region, Instant time) {
        RenderContext context = new RenderContext(
                        random, List.of(call.fields().values(), actor.fields().values(), script.definitions()))
                .setAll(session(actor, account, time))
                .set("account", account.digits())
                .set("region", region.code())
                .set("time", time.toString())
                .set("date", DATE.format(time.atOffset(ZoneOffset.UTC)));
        call.describe(context);
        return context;
    }

    /** The call's record, as JSON on one line. What the call says goes before what the actor says. */
    String record(RenderContext context, LogKind kind, Actor actor, Call call) {
        List<Map<String, Template>> layers = List.of(
                call.fields().json(),
                call.denied() ? script.denial() : Map.of(),
                actor.fields().json(),
                script.defaults(kind));
        StringBuilder json = new StringBuilder(2048).append('{');
        for (String key : Objects.requireNonNull(KEYS.get(kind))) {
            Template field = Fields.first(layers, key);
            if (field != null && !field.isEmpty()) {
                json.append(json.length() > 1 ? ",\"" : "\"").append(key).append("\":");
                field.render(context, json);
            }
        }
        return json.append('}').toString();
    }

    /** Sessions begin within the quarter of an hour before a full hour and are used in the hour after it. */
    private Map<String, String> session(Actor actor, AccountId account, Instant time) {
        Instant hour = time.truncatedTo(ChronoUnit.HOURS);
        return sessions.computeIfAbsent(actor.name() + account + hour, label -> {
            SeededRandom random = SeededRandom.of(seed, label);
            Map<String, String> values = new LinkedHashMap<>();
            values.put("account", account.digits());
            values.put("start", hour.minusSeconds(random.between(20, 900)).toString());
            RenderContext context = new RenderContext(random, List.of(script.definitions())).setAll(values);
            actor.fields().session().forEach((name, template) -> {
                values.put(name, template.render(context));
                context.setAll(values);
            });
            return values;
        });
    }
}
