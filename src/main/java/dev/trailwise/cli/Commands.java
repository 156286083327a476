package dev.trailwise.cli;

import dev.trailwise.cli.command.DoctorCommand;
import dev.trailwise.cli.command.ExportCommand;
import dev.trailwise.cli.command.FollowCommand;
import dev.trailwise.cli.command.HistoryCommand;
import dev.trailwise.cli.command.HuntCommand;
import dev.trailwise.cli.command.InitCommand;
import dev.trailwise.cli.command.PricesCommand;
import dev.trailwise.cli.command.ReportCommand;
import dev.trailwise.cli.command.RunCommand;
import dev.trailwise.cli.command.SearchCommand;
import dev.trailwise.cli.command.SqlCommand;
import dev.trailwise.cli.command.TravelCommand;
import dev.trailwise.cli.command.accounts.AccountsCommand;
import dev.trailwise.cli.command.archive.ArchiveCommand;
import dev.trailwise.cli.command.archive.SyncCommand;
import dev.trailwise.cli.command.cache.CacheCommand;
import dev.trailwise.cli.command.queries.QueriesCommand;
import dev.trailwise.cli.command.sigma.SigmaCommand;
import dev.trailwise.cli.command.table.TableCommand;
import dev.trailwise.cli.command.trail.TrailCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The commands by name. */
final class Commands {
    private static final List<Map.Entry<String, Class<?>>> ALL = List.of(
            Map.entry("demo", DemoCommand.class),
            Map.entry("init", InitCommand.class),
            Map.entry("doctor", DoctorCommand.class),
            Map.entry("trail", TrailCommand.class),
            Map.entry("table", TableCommand.class),
            Map.entry("run", RunCommand.class),
            Map.entry("hunt", HuntCommand.class),
            Map.entry("follow", FollowCommand.class),
            Map.entry("report", ReportCommand.class),
            Map.entry("travel", TravelCommand.class),
            Map.entry("sigma", SigmaCommand.class),
            Map.entry("search", SearchCommand.class),
            Map.entry("sql", SqlCommand.class),
            Map.entry("queries", QueriesCommand.class),
            Map.entry("history", HistoryCommand.class),
            Map.entry("sync", SyncCommand.class),
            Map.entry("export", ExportCommand.class),
            Map.entry("accounts", AccountsCommand.class),
            Map.entry("archive", ArchiveCommand.class),
            Map.entry("cache", CacheCommand.class),
            Map.entry("prices", PricesCommand.class),
            Map.entry("mcp", McpCommand.class),
            Map.entry("completion", CompletionCommand.class),
            Map.entry("complete", CompleteCommand.class),
            Map.entry("help", HelpCommand.class));

    /** Those that look at the others. */
    private static final Set<String> OF_ALL = Set.of("help", "complete");

    private Commands() {}

    /** The command that the first argument names; all of them when it names none, or asks for their help. */
    static List<Class<?>> of(String[] args) {
        String wanted = args.length == 0 || OF_ALL.contains(args[0]) ? "" : args[0];
        List<Class<?>> named = classes(name -> name.equals(wanted));
        return named.isEmpty() ? classes(name -> true) : named;
    }

    /** Whether there is a command of this name. */
    static boolean isCommand(String name) {
        return !classes(name::equals).isEmpty();
    }

    private static List<Class<?>> classes(Predicate<String> wanted) {
        List<Class<?>> classes = new ArrayList<>();
        for (Map.Entry<String, Class<?>> command : ALL) {
            if (wanted.test(command.getKey())) {
                classes.add(command.getValue());
            }
        }
        return classes;
    }
}
