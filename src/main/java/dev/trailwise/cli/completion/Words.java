package dev.trailwise.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command line as far as it is typed.
 *
 * @param command the command that its words name
 * @param positional its words that are neither commands nor options
 * @param option the option whose value is typed now
 * @param current what is typed of the last word; of {@code --flag=value}, the value
 * @param before of {@code --flag=value}, what stands before the value
 */
record Words(CommandSpec command, List<String> positional, Optional<OptionSpec> option, String current, String before) {
    static Words of(CommandLine root, List<String> words) {
        CommandSpec command = root.getCommandSpec();
        List<String> positional = new ArrayList<>();
        Optional<OptionSpec> pending = Optional.empty();
        for (String word : words.subList(0, Math.max(0, words.size() - 1))) {
            CommandLine below = command.subcommands().get(word);
            if (pending.isPresent()) {
                pending = Optional.empty();
            } else if (word.startsWith("-")) {
                pending = Optional.ofNullable(command.findOption(word))
                        .filter(option -> option.arity().max() > 0);
            } else if (below != null && positional.isEmpty()) {
                command = below.getCommandSpec();
            } else {
                positional.add(word);
            }
        }
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        int equals = last.indexOf('=');
        if (pending.isEmpty() && last.startsWith("--") && equals > 0) {
            Optional<OptionSpec> named = Optional.ofNullable(command.findOption(last.substring(0, equals)));
            return new Words(command, positional, named, last.substring(equals + 1), last.substring(0, equals + 1));
        }
        return new Words(command, positional, pending, last, "");
    }
}
