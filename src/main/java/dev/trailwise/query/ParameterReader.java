package dev.trailwise.query;

import static dev.trailwise.query.FrontMatterReader.line;

import dev.trailwise.failure.Suggestions;
import dev.trailwise.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the parameters that a front matter declares. */
final class ParameterReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final List<String> KEYS =
            List.of("type", "help", "example", "default", "optional", "list", "min", "max");

    private final FrontMatterReader reader;

    private ParameterReader(FrontMatterReader reader) {
        this.reader = reader;
    }

    /** Those that can be read; what is wrong with the others is kept by the reader. */
    static List<Parameter> read(Yaml value, FrontMatterReader reader) {
        if (value instanceof Yaml.Mapping mapping) {
            return new ParameterReader(reader).parameters(mapping);
        }
        reader.report(
                line(value),
                "parameters are a mapping, such as\n  parameters:\n    user: {type: principal, example: alice}");
        return List.of();
    }

    private List<Parameter> parameters(Yaml.Mapping mapping) {
        reader.checkTwice(mapping);
        List<Parameter> parameters = new ArrayList<>();
        for (Yaml.Entry entry : mapping.entries()) {
            if (!NAME.matcher(entry.key()).matches()) {
                reader.report(
                        line(entry),
                        "not a parameter's name: '" + entry.key()
                                + "'; use lower case letters, digits and underscores, for example access_key");
            } else if (entry.value() instanceof Yaml.Mapping properties) {
                parameter(entry, properties).ifPresent(parameters::add);
            } else {
                reader.report(
                        line(entry),
                        "parameter " + entry.key() + " has no type; write " + entry.key()
                                + ": {type: string, example: …}");
            }
        }
        return parameters;
    }

    private Optional<Parameter> parameter(Yaml.Entry entry, Yaml.Mapping properties) {
        reader.checkKeys(properties, KEYS);
        Optional<ParameterType> type = type(entry, properties);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Parameter parameter = new Parameter(
                entry.key(),
                type.get(),
                reader.flag(properties, "list"),
                reader.flag(properties, "optional"),
                reader.value(properties, "default"),
                reader.value(properties, "example"),
                bound(properties, "min", type.get()),
                bound(properties, "max", type.get()),
                reader.text(properties, "help"));
        check(parameter, line(entry), properties);
        return Optional.of(parameter);
    }

    private OptionalLong bound(Yaml.Mapping properties, String key, ParameterType type) {
        Optional<Yaml> value = properties.get(key);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        String text = reader.scalar(key, value.get());
        if (type != ParameterType.INTEGER || !NUMBER.matcher(text).matches()) {
            reader.report(line(value.get()), key + " is a whole number, for parameters of type integer");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private Optional<ParameterType> type(Yaml.Entry entry, Yaml.Mapping properties) {
        Optional<Yaml> value = properties.get("type");
        if (value.isEmpty()) {
            reader.report(line(entry), "parameter " + entry.key() + " has no type; types are " + ParameterType.names());
            return Optional.empty();
        }
        String name = reader.scalar("type", value.get());
        Optional<ParameterType> type = ParameterType.of(name);
        if (type.isEmpty()) {
            reader.report(
                    line(value.get()),
                    "no type is called '" + name + "'" + Suggestions.hint(name, ParameterType.nameList())
                            + "; types are " + ParameterType.names());
        }
        return type;
    }

    private void check(Parameter parameter, int line, Yaml.Mapping properties) {
        if (parameter.optional() && parameter.fallback().isPresent()) {
            reader.report(line, "parameter " + parameter.name() + " has a default, so it cannot be optional too");
        }
        if (parameter.required() && parameter.example().isEmpty()) {
            reader.report(
                    line,
                    "parameter " + parameter.name()
                            + " is required, so it needs an example: a value to try the query with");
        }
        if (parameter.list() && parameter.type() == ParameterType.PATTERN) {
            reader.report(line, "parameter " + parameter.name() + " is a pattern, which cannot be a list");
        }
        for (String key : List.of("default", "example")) {
            int at = properties.get(key).map(FrontMatterReader::line).orElse(line);
            reader.value(properties, key)
                    .flatMap(text -> Binding.problem(parameter, text))
                    .ifPresent(message ->
                            reader.report(at, "the " + key + " of parameter " + parameter.name() + ": " + message));
        }
    }
}
