package dev.trailwise.failure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that the user can do, as data: the command line knows how it is written, other front ends write it otherwise. */
public sealed interface Remedy {
    /** What it achieves, as a verb phrase: {@code skips them}. */
    String effect();

    /** Flags to add to the command that was given. */
    record Flag(List<Argument> arguments, String effect) implements Remedy {
        public Flag {
            arguments = List.copyOf(arguments);
        }
    }

    /** A command to run. */
    record Command(CommandName name, List<Argument> arguments, String effect) implements Remedy {
        public Command {
            arguments = List.copyOf(arguments);
            for (Argument argument : arguments) {
                if (!name.flags().contains(argument.flag())) {
                    throw new IllegalArgumentException(name + " is not known to take " + argument.flag());
                }
            }
        }
    }

    /**
     * Settings to write into the configuration.
     *
     * @param value an example of a value; empty where none helps
     */
    record Setting(List<SettingName> names, String value, String effect) implements Remedy {
        public Setting {
            names = List.copyOf(names);
        }
    }

    /** Permissions of IAM, such as {@code s3:ListBucket}, to ask for. */
    record Permission(List<String> actions, String effect) implements Remedy {
        public Permission {
            actions = List.copyOf(actions);
        }
    }

    /** An action outside the program, as an imperative: {@code check the network}. */
    record Action(String effect) implements Remedy {}

    /**
     * A flag with its value.
     *
     * @param value nothing for a flag that takes none
     */
    record Argument(FlagName flag, Optional<String> value) {
        /** @param value empty for a flag that takes none */
        public Argument(FlagName flag, String value) {
            this(flag, Optional.of(value).filter(text -> !text.isEmpty()));
        }
    }

    /** A flag without a value. */
    static Remedy flag(FlagName flag, String effect) {
        return flag(flag, "", effect);
    }

    /** A flag with a value. */
    static Remedy flag(FlagName flag, String value, String effect) {
        return new Flag(List.of(new Argument(flag, value)), effect);
    }

    /** A command. */
    static Remedy command(CommandName name, String effect) {
        return new Command(name, List.of(), effect);
    }

    /** Flags without values. */
    static Remedy flags(String effect, FlagName... flags) {
        return new Flag(Stream.of(flags).map(flag -> new Argument(flag, "")).toList(), effect);
    }

    /** A command with a flag that takes no value. */
    static Remedy command(CommandName name, FlagName flag, String effect) {
        return command(name, flag, "", effect);
    }

    /** A command with a flag. */
    static Remedy command(CommandName name, FlagName flag, String value, String effect) {
        return new Command(name, List.of(new Argument(flag, value)), effect);
    }

    /** A setting. */
    static Remedy setting(SettingName name, String effect) {
        return setting(name, "", effect);
    }

    /** A setting with a value that it might have. */
    static Remedy setting(SettingName name, String value, String effect) {
        return new Setting(List.of(name), value, effect);
    }

    /** A permission. */
    static Remedy permission(String action, String effect) {
        return new Permission(List.of(action), effect);
    }

    /** An action outside the program. */
    static Remedy action(String imperative) {
        return new Action(imperative);
    }
}
