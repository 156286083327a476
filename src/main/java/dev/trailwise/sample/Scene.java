package dev.trailwise.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known while one event is written: values that stay the same in all its fields. */
final class Scene {
    private final Dice dice;
    private final List<Map<String, Template>> definitions;
    private final Map<String, String> values = new HashMap<>();

    /** @param definitions how to make a value that was not set, the first time it is asked for; the first has it */
    Scene(Dice dice, List<Map<String, Template>> definitions) {
        this.dice = dice;
        this.definitions = definitions;
    }

    Dice dice() {
        return dice;
    }

    Scene set(String name, String value) {
        values.put(name, value);
        return this;
    }

    Scene setAll(Map<String, String> known) {
        values.putAll(known);
        return this;
    }

    /** @throws IllegalArgumentException when the value is neither set nor defined */
    String value(String name) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        Template definition = Fields.first(definitions, name);
        if (definition == null) {
            throw new IllegalArgumentException("the script uses ${" + name + "}, which nothing defines");
        }
        String made = definition.render(this);
        values.put(name, made);
        return made;
    }
}
