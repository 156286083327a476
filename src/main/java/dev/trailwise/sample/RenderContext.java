package dev.trailwise.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one event, which are the same in all of its fields. */
final class RenderContext implements Template.Values {
    private final SeededRandom random;
    private final List<Map<String, Template>> definitions;
    private final Map<String, String> values = new HashMap<>();

    /** @param definitions how to make a value that was not set, the first time it is asked for; the first has it */
    RenderContext(SeededRandom random, List<Map<String, Template>> definitions) {
        this.random = random;
        this.definitions = definitions;
    }

    @Override
    public SeededRandom random() {
        return random;
    }

    RenderContext set(String name, String value) {
        values.put(name, value);
        return this;
    }

    RenderContext setAll(Map<String, String> known) {
        values.putAll(known);
        return this;
    }

    /** @throws IllegalArgumentException when the value is neither set nor defined */
    @Override
    public String value(String name) {
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
