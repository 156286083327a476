package dev.trailwise.sigma.rule;

import dev.trailwise.failure.Suggestions;
import dev.trailwise.yaml.Yaml;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The key of an entry of a selection: {@code field|modifier|modifier}.
 *
 * @param field its name; empty for keywords
 * @param modifiers those that change values, in their order
 * @param lists those that say how values are joined
 */
record FieldKey(String field, List<Modifier> modifiers, Set<Modifier> lists, int line) {
    private static final Set<Modifier> OF_LISTS = EnumSet.of(Modifier.ALL, Modifier.NEQ, Modifier.CASED);

    static FieldKey of(Yaml.Entry entry) {
        String[] parts = entry.key().split("\\|", -1);
        List<Modifier> modifiers = new ArrayList<>();
        Set<Modifier> lists = EnumSet.noneOf(Modifier.class);
        for (int i = 1; i < parts.length; i++) {
            String name = parts[i].toLowerCase(Locale.ROOT);
            Modifier modifier = Modifier.named(name)
                    .orElseThrow(() -> new Refusal(
                            entry.line(),
                            "unknown modifier '" + name + "'" + Suggestions.hint(name, Modifier.names())));
            if (OF_LISTS.contains(modifier)) {
                lists.add(modifier);
            } else {
                modifiers.add(modifier);
            }
        }
        if (parts.length == 1 && parts[0].isBlank()) {
            throw new Refusal(entry.line(), "a field has no name");
        }
        return new FieldKey(parts[0].strip(), List.copyOf(modifiers), lists, entry.line());
    }

    boolean isKeyword() {
        return field.isEmpty();
    }

    boolean has(Modifier modifier) {
        return lists.contains(modifier);
    }
}
