package dev.trailwise.sample;

import dev.trailwise.trail.LogKind;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All that the script files tell: who acts, what can be called, what happened when, and how records look. */
final class Script {
    private final Map<String, Template> definitions = new LinkedHashMap<>();
    private final Map<LogKind, Fields> records = new EnumMap<>(LogKind.class);
    private final Map<String, Template> denial = new LinkedHashMap<>();
    private final Map<String, List<LocalTime>> hours = new LinkedHashMap<>();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, Call> counterparts = new LinkedHashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<ScriptedCall> scriptedCalls = new ArrayList<>();

    /** @param resources script files in this package */
    static Script of(String... resources) {
        Script script = new Script();
        for (String resource : resources) {
            Block.read(resource).forEach(script::add);
        }
        return script;
    }

    private void add(Block block) {
        switch (block.kind()) {
            case "let" -> block.entries().forEach((name, text) -> definitions.put(name, Template.of(text)));
            case "record" -> records.put(LogKind.valueOf(block.words().get(0)), Fields.of(block));
            case "hours" ->
                hours.put(
                        block.words().get(0),
                        block.words().stream().skip(1).map(LocalTime::parse).toList());
            case "denied" -> denial.putAll(Fields.of(block).json());
            case "actor" -> actors.put(block.words().get(0), Actor.of(block));
            case "call" -> calls.add(Call.of(block.words().get(0), block));
            case "counterpart" ->
                counterparts.put(block.words().get(0), Call.of(block.words().get(1), block));
            case "event" -> scriptedCalls.add(ScriptedCall.of(block));
            default -> throw new IllegalArgumentException("not a kind of block: '" + block.kind() + "'");
        }
    }

    Map<String, Template> definitions() {
        return definitions;
    }

    /** The fields that a record of this kind has when nothing else is said. */
    Map<String, Template> defaults(LogKind kind) {
        return Objects.requireNonNull(records.get(kind), kind::name).json();
    }

    /** The fields of a call that was denied. */
    Map<String, Template> denial() {
        return denial;
    }

    List<Actor> actors() {
        return List.copyOf(actors.values());
    }

    Actor actor(String name) {
        return Objects.requireNonNull(actors.get(name), name);
    }

    /** When the actor is at work, each day. */
    List<LocalTime> hours(Actor actor) {
        return actor.hours().stream()
                .flatMap(name -> Objects.requireNonNull(hours.get(name), name).stream())
                .toList();
    }

    Call counterpart(String name) {
        return Objects.requireNonNull(counterparts.get(name), name);
    }

    /** The calls that the actor makes, each as often as it weighs. */
    List<Call> repertoire(Actor actor) {
        List<Call> repertoire = new ArrayList<>();
        for (Call call : calls) {
            if (call.groups().stream().anyMatch(actor.does()::contains)) {
                for (int i = 0; i < call.weight(); i++) {
                    repertoire.add(call);
                }
            }
        }
        return repertoire;
    }

    List<ScriptedCall> scriptedCalls() {
        return scriptedCalls;
    }
}
