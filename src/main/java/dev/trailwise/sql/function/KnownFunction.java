package dev.trailwise.sql.function;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A function of Athena as the local engine knows it.
 *
 * @param topic what it is about, such as {@code text}
 * @param name its name
 * @param forms the types that it takes; none when it is not answered here
 * @param refusal why it is not answered here; nothing when it is
 * @param notes differences from Athena that remain
 */
public record KnownFunction(String topic, String name, List<Form> forms, Optional<String> refusal, List<String> notes) {
    public KnownFunction {
        forms = List.copyOf(forms);
        notes = List.copyOf(notes);
    }

    /**
     * One overload of a function.
     *
     * @param kind {@code scalar}, {@code aggregate} or {@code window}
     * @param parameters the types of its arguments; a capital letter stands for any type, N for a number, I for a whole one
     * @param optional how many of the last arguments may be left out
     * @param variadic whether the last argument may be repeated
     * @param result the type of its value
     */
    public record Form(String kind, List<String> parameters, int optional, boolean variadic, String result) {
        public Form {
            parameters = List.copyOf(parameters);
        }

        private static Form of(Function function) {
            return new Form(
                    function.kind().name().toLowerCase(Locale.ROOT),
                    function.parameters().stream().map(TypePattern::toString).toList(),
                    function.optional(),
                    function.variadic(),
                    function.result().toString());
        }
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
                        .map(Form::of)
                        .toList(),
                forms.stream()
                        .filter(form -> form.support() == Function.Support.UNSUPPORTED)
                        .map(Function::body)
                        .findFirst(),
                forms.stream().flatMap(form -> form.note().stream()).distinct().toList());
    }
}
