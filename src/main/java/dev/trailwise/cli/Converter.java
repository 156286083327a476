package dev.trailwise.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;

/**
 * Makes a value of an option's text. A class, for a lambda of picocli's interface would keep that interface, and all that
 * implement it, out of the archive of classes that the launcher starts from.
 */
final class Converter<T> implements ITypeConverter<T> {
    private final Function<String, T> function;

    private Converter(Function<String, T> function) {
        this.function = function;
    }

    /** Has the options of a type made by a function; its exceptions are reported to the user. */
    static <T> void register(CommandLine commandLine, Class<T> type, Function<String, T> function) {
        commandLine.registerConverter(type, new Converter<>(function));
    }

    @Override
    public T convert(String text) {
        return function.apply(text);
    }
}
