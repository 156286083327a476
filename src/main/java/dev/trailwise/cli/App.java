package dev.trailwise.cli;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program as a function: arguments and a host in, an exit code out. */
public final class App {
    private App() {}

    /** Runs one command and returns its exit code; never throws. */
    public static int run(String[] args, Host host) {
        Preload.start(List.of(args));
        return commandLine(host, args).execute(args);
    }

    /** The whole command tree, for its documentation and its tests. */
    static CommandLine commandLine(Host host) {
        return commandLine(host, new String[0]);
    }

    /** The command tree, as much of it as these arguments need: to make all commands takes a third of a short run. */
    private static CommandLine commandLine(Host host, String[] args) {
        IFactory factory = factory(host);
        CommandLine commandLine = new CommandLine(new TrailwiseCommand(), factory);
        TrailwiseCommand.commands(args).forEach(type -> commandLine.addSubcommand(new CommandLine(type, factory)));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpWidth(80);
        commandLine.setUsageHelpAutoWidth(false);
        commandLine.setAbbreviatedOptionsAllowed(false);
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        commandLine.registerConverter(AccountId.class, AccountId::new);
        commandLine.registerConverter(Region.class, Region::new);
        commandLine.registerConverter(Usd.class, Usd::parse);
        commandLine.registerConverter(Bytes.class, Bytes::parse);
        commandLine.registerConverter(Path.class, text -> resolve(host, text));
        commandLine.setOut(writer(host.out()));
        commandLine.setErr(writer(host.err()));
        commandLine.setParameterExceptionHandler((exception, given) -> usageError(exception, host, given));
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, host, parsed));
        return commandLine;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Commands take the host where they declare it. picocli's own factory looks through all jars for Groovy first. */
    private static IFactory factory(Host host) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (NeedsHost.class.isAssignableFrom(type)) {
                    return type.getDeclaredConstructor(Host.class).newInstance(host);
                }
                return type.isInterface()
                        ? CommandLine.defaultFactory().create(type)
                        : type.getDeclaredConstructor().newInstance();
            }
        };
    }

    private static Path resolve(Host host, String text) {
        if (text.equals("~") || text.startsWith("~/")) {
            return Path.of(host.variable("HOME") + text.substring(1));
        }
        return host.directory().resolve(text).normalize();
    }

    private static int usageError(ParameterException exception, Host host, String[] args) {
        Messages messages = plainMessages(host, args);
        String message = String.valueOf(exception.getMessage());
        Throwable cause = exception.getCause();
        if (cause instanceof CommandLine.TypeConversionException || cause instanceof IllegalArgumentException) {
            message = message.replaceFirst(
                            "^(Invalid value for [^:]*): cannot convert '.*' to [A-Za-z]+ \\((.*)\\)$", "$1: $2")
                    .replace("java.lang.IllegalArgumentException: ", "");
        }
        messages.error(message);
        if (exception instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                messages.info("Did you mean: " + String.join(", ", suggestions) + "?");
            }
        }
        messages.info("See " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    private static int failed(Exception exception, Host host, ParseResult parsed) {
        if (exception instanceof ClosedPipe) {
            return ExitCode.ANSWERED.code(); // who reads has enough
        }
        boolean debug = parsed.originalArgs().contains("--debug");
        Messages messages = plainMessages(host, parsed.originalArgs().toArray(String[]::new));
        if (exception instanceof Failure failure) {
            messages.error(failure.getMessage());
            if (debug) {
                failure.printStackTrace(messages.stream());
            }
            return failure.exitCode().code();
        }
        messages.error("this is a bug in trailwise: " + exception);
        if (debug) {
            exception.printStackTrace(messages.stream());
        } else {
            messages.info("Run it again with --debug and report what it shows.");
        }
        return ExitCode.INTERNAL.code();
    }

    private static Messages plainMessages(Host host, String[] args) {
        boolean never = Arrays.asList(args).contains("--color=never");
        GeneralOptions options = new GeneralOptions();
        options.color = never ? Terminal.Color.never : Terminal.Color.auto;
        return options.messages(host);
    }
}
