package dev.trailwise.config;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.SettingName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One setting: how it is called, read and written. {@link SettingKeys} has them all.
 *
 * @param name such as {@code trail.bucket}
 * @param help what it means, in a few words
 * @param example what a reader may write for it, in YAML
 * @param list whether it takes several values
 * @param parse from the texts written to the value; throws IllegalArgumentException with a message that shows a good
 *     value
 * @param written the texts that give these settings their value; nothing when it was not set
 */
record Setting<T>(
        String name,
        String help,
        String example,
        boolean list,
        Function<List<String>, T> parse,
        Function<Settings, Optional<List<String>>> written) {

    static <T> Setting<T> scalar(
            SettingName name,
            String help,
            String example,
            Function<String, T> parse,
            Function<Settings, Optional<String>> written) {
        return new Setting<>(
                name.toString(),
                help,
                example,
                false,
                texts -> parse.apply(texts.get(0)),
                settings -> written.apply(settings).map(List::of));
    }

    /** {@code trail} of {@code trail.bucket}; empty for a setting without a section. */
    String section() {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** {@code bucket} of {@code trail.bucket}. */
    String key() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** {@code TRAILWISE_TRAIL_BUCKET} of {@code trail.bucket}. */
    String variable() {
        return "TRAILWISE_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** @throws Failure when the text is no value of this setting, with where it was written */
    T value(Entry entry) {
        if (!list && entry.texts().size() != 1) {
            throw new Failure(
                    ExitCode.USAGE, entry.origin() + ": " + name + " takes one value, for example " + example);
        }
        try {
            return parse.apply(entry.texts());
        } catch (IllegalArgumentException bad) {
            throw new Failure(ExitCode.USAGE, entry.origin() + ": " + name + ": " + bad.getMessage(), bad);
        }
    }
}
