package dev.trailwise.sql;

import java.util.List;
import java.util.Optional;

/**
 * A function of Athena as the local engine knows it.
 *
 * @param topic what it is about, such as {@code text}
 * @param name its name
 * @param forms the types that it takes, such as {@code lower(varchar)}; none when it is not answered here
 * @param refusal why it is not answered here; nothing when it is
 * @param notes differences from Athena that remain
 */
public record KnownFunction(
        String topic, String name, List<String> forms, Optional<String> refusal, List<String> notes) {
    public KnownFunction {
        forms = List.copyOf(forms);
        notes = List.copyOf(notes);
    }

    /** All of them, by topic. A function that is not among these is refused by name. */
    public static List<KnownFunction> all() {
        FunctionRegistry registry = FunctionRegistry.get();
        return registry.all().entrySet().stream()
                .map(named -> of(registry.topic(named.getKey()), named.getKey(), named.getValue()))
                .toList();
    }

    private static KnownFunction of(String topic, String name, List<Function> forms) {
        return new KnownFunction(
                topic,
                name,
                forms.stream()
                        .filter(form -> form.support() != Function.Support.UNSUPPORTED)
                        .map(Function::signature)
                        .toList(),
                forms.stream()
                        .filter(form -> form.support() == Function.Support.UNSUPPORTED)
                        .map(Function::body)
                        .findFirst(),
                forms.stream().flatMap(form -> form.note().stream()).distinct().toList());
    }
}
