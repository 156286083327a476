package dev.trailwise.cli;

import dev.trailwise.cli.option.NoticeText;
import dev.trailwise.console.Cancelled;
import dev.trailwise.console.Console;
import dev.trailwise.console.Host;
import dev.trailwise.console.Messages;
import dev.trailwise.console.Terminal;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.ClosedPipe;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, and gives it its exit code. A class for the reason that {@link Converter} has. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Host host;

    Errors(Host host) {
        this.host = host;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        Messages messages = plainMessages(args, NoticeText.ANY);
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

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        if (exception instanceof ClosedPipe) {
            return ExitCode.SUCCESS.code(); // who reads has enough
        }
        boolean debug = parsed.originalArgs().contains("--debug");
        String[] args = parsed.originalArgs().toArray(String[]::new);
        Messages messages = plainMessages(args, NoticeText.of(command.getCommandSpec()));
        if (exception instanceof Cancelled cancelled) {
            messages.info(cancelled.getMessage());
            return cancelled.exitCode().code();
        }
        if (exception instanceof Failure failure) {
            messages.error(failure.notice());
            if (debug) {
                failure.printStackTrace(messages.stream());
            }
            return failure.exitCode().code();
        }
        return bug(exception, args);
    }

    /** Reports what should not happen. */
    int bug(Throwable thrown, String... args) {
        Messages messages = plainMessages(args, NoticeText.ANY);
        messages.error("this is a bug in trailwise: " + thrown);
        if (Arrays.asList(args).contains("--debug")) {
            thrown.printStackTrace(messages.stream());
        } else {
            messages.info("Run it again with --debug and report what it shows.");
        }
        return ExitCode.INTERNAL.code();
    }

    private Messages plainMessages(String[] args, NoticeText notices) {
        boolean never = Arrays.asList(args).contains("--color=never");
        Terminal.Color color = never ? Terminal.Color.never : Terminal.Color.auto;
        return Console.of(host, color, Messages.Level.NORMAL, notices).messages();
    }
}
