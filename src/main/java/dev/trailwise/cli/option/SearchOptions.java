package dev.trailwise.cli.option;

import dev.trailwise.query.SearchField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Gives a command an option for each field of a search. */
public final class SearchOptions implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
        for (SearchField field : SearchField.values()) {
            command.addOption(option(field));
        }
        return command;
    }

    private static OptionSpec option(SearchField field) {
        OptionSpec.Builder option = OptionSpec.builder(field.flag()).description(field.help());
        if (field.label().isEmpty()) {
            return option.type(boolean.class).build();
        }
        option.type(List.class).auxiliaryTypes(String.class).arity("1").paramLabel(field.label());
        return (field.commas() ? option.splitRegex(",") : option).build();
    }

    /** The values of the fields that a command line names. */
    public static Map<SearchField, List<String>> values(CommandSpec command) {
        ParseResult parsed = command.commandLine().getParseResult();
        Map<SearchField, List<String>> values = new EnumMap<>(SearchField.class);
        for (SearchField field : SearchField.values()) {
            Object value = parsed.matchedOptionValue(field.flag(), false);
            if (!Boolean.FALSE.equals(value)) {
                values.put(field, Boolean.TRUE.equals(value) ? List.of() : texts(value));
            }
        }
        return values;
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
