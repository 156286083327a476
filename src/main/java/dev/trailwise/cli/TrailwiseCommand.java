package dev.trailwise.cli;

import dev.trailwise.cli.command.ExportCommand;
import dev.trailwise.cli.command.HistoryCommand;
import dev.trailwise.cli.command.InitCommand;
import dev.trailwise.cli.command.PricesCommand;
import dev.trailwise.cli.command.RunCommand;
import dev.trailwise.cli.command.SearchCommand;
import dev.trailwise.cli.command.SqlCommand;
import dev.trailwise.cli.command.archive.ArchiveCommand;
import dev.trailwise.cli.command.archive.SyncCommand;
import dev.trailwise.cli.command.cache.CacheCommand;
import dev.trailwise.cli.command.queries.QueriesCommand;
import dev.trailwise.cli.command.table.TableCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that holds all others. */
@Command(
        name = "trailwise",
        description = {"Query AWS CloudTrail logs, and know the price of each query before you pay it.", ""},
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  trailwise demo",
            "  trailwise run top-events --logs ./logs --from 7d",
            "  trailwise search --user alice --error any --logs ./logs --from 2026-11-01",
            "",
            "Every command explains itself: trailwise run --help"
        })
final class TrailwiseCommand implements Runnable {
    private static final List<Map.Entry<String, Class<?>>> COMMANDS = List.of(
            Map.entry("demo", DemoCommand.class),
            Map.entry("init", InitCommand.class),
            Map.entry("table", TableCommand.class),
            Map.entry("run", RunCommand.class),
            Map.entry("search", SearchCommand.class),
            Map.entry("sql", SqlCommand.class),
            Map.entry("queries", QueriesCommand.class),
            Map.entry("history", HistoryCommand.class),
            Map.entry("sync", SyncCommand.class),
            Map.entry("export", ExportCommand.class),
            Map.entry("archive", ArchiveCommand.class),
            Map.entry("cache", CacheCommand.class),
            Map.entry("prices", PricesCommand.class),
            Map.entry("help", HelpCommand.class));

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "Show this help and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    boolean version;

    /** The command that the first argument names; all of them when it names none, or asks for their help. */
    static List<Class<?>> commands(String[] args) {
        String wanted = args.length == 0 || args[0].equals("help") ? "" : args[0];
        List<Class<?>> named = classes(name -> name.equals(wanted));
        return named.isEmpty() ? classes(name -> true) : named;
    }

    /** Whether there is a command of this name. */
    static boolean isCommand(String name) {
        return !classes(name::equals).isEmpty();
    }

    private static List<Class<?>> classes(Predicate<String> wanted) {
        List<Class<?>> classes = new ArrayList<>();
        for (Map.Entry<String, Class<?>> command : COMMANDS) {
            if (wanted.test(command.getKey())) {
                classes.add(command.getValue());
            }
        }
        return classes;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: try trailwise demo, or trailwise --help");
    }
}
