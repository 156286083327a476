package dev.trailwise.cli;

import dev.trailwise.cli.command.HostCommand;
import dev.trailwise.cli.option.LogOption;
import dev.trailwise.config.SettingsSources;
import dev.trailwise.config.accounts.AccountBook;
import dev.trailwise.console.Host;
import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.Failure;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** The program as a function: arguments and a host in, an exit code out. */
public final class App {
    /** No option has white space before its value. */
    private static final Pattern COMMENT = Pattern.compile("^--[^=\\s]*\\s");

    private App() {}

    /** Runs one command and returns its exit code; never throws. */
    public static int run(String[] args, Host host) {
        try {
            String[] words = LogOption.repeated(words(args), host);
            Preload.start(List.of(words), host);
            return commandLine(host, words).execute(words);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError outsideOfACommand) {
            return new Errors(host).bug(outsideOfACommand, args);
        }
    }

    /**
     * The arguments as picocli is to see them: SQL may begin with a comment, which looks like an option, and {@code --help}
     * of a command that does not exist is not an answer.
     */
    private static String[] words(String[] args) {
        boolean unknown =
                args.length > 0 && !args[0].startsWith("-") && !args[0].equals("help") && !Commands.isCommand(args[0]);
        boolean sql = args.length > 0 && args[0].equals("sql");
        return Arrays.stream(args)
                .filter(word -> !unknown || !(word.equals("--help") || word.equals("-h")))
                .map(word ->
                        sql && word.startsWith("--") && COMMENT.matcher(word).find() ? " " + word : word)
                .toArray(String[]::new);
    }

    /** The help of every command by its words, that of the program by none: what {@code --help} prints. */
    public static Map<String, String> help(Host host) {
        Map<String, String> pages = new TreeMap<>();
        help("", commandLine(host), pages);
        return pages;
    }

    private static void help(String words, CommandLine command, Map<String, String> pages) {
        pages.put(words, command.getUsageMessage());
        command.getSubcommands().forEach((name, below) -> help((words + " " + name).strip(), below, pages));
    }

    /** The whole command tree, for its documentation and its tests. */
    static CommandLine commandLine(Host host) {
        return commandLine(host, new String[0]);
    }

    /** The command tree, as much of it as these arguments need: to make all commands takes a third of a short run. */
    private static CommandLine commandLine(Host host, String[] args) {
        IFactory factory = factory(host);
        CommandLine commandLine = new CommandLine(new TrailwiseCommand(host), factory);
        Commands.of(args).forEach(type -> commandLine.addSubcommand(new CommandLine(type, factory)));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpWidth(80);
        commandLine.setUsageHelpAutoWidth(false);
        commandLine.setAbbreviatedOptionsAllowed(false);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        Converter.register(commandLine, AccountId.class, text -> account(text, host));
        Converter.register(commandLine, Region.class, Region::new);
        Converter.register(commandLine, Usd.class, Usd::parse);
        Converter.register(commandLine, Bytes.class, Bytes::parse);
        Converter.register(commandLine, Path.class, host::resolve);
        commandLine.setOut(writer(host.out()));
        commandLine.setErr(writer(host.err()));
        Errors errors = new Errors(host);
        commandLine.setParameterExceptionHandler(errors);
        commandLine.setExecutionExceptionHandler(errors);
        return commandLine;
    }

    /** An account by its id or its name; ids need no list. */
    private static AccountId account(String text, Host host) {
        if (text.matches("[0-9]+")) {
            return new AccountId(text);
        }
        AccountBook book;
        try {
            book = AccountBook.in(new SettingsSources(host.environment(), host.directory()).dataFolder());
        } catch (Failure unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
        if (book.accounts().isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown account '" + text + "': it is not an id of 12 digits, and no names"
                            + " are imported ('trailwise accounts import' does)");
        }
        return book.id(text);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Commands receive the host. picocli's own factory looks through all jars for Groovy first. */
    private static IFactory factory(Host from) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (type.isInterface()) {
                    return CommandLine.defaultFactory().create(type);
                }
                Constructor<K> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true); // commands are not part of any room's interface
                K made = constructor.newInstance();
                if (made instanceof HostCommand command) {
                    command.runOn(from);
                }
                return made;
            }
        };
    }
}
