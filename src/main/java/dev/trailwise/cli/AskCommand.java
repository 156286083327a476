package dev.trailwise.cli;

import dev.trailwise.sql.SqlText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command that asks a question has in common. */
abstract class AskCommand implements Callable<Integer>, NeedsHost {
    final Host host;

    @Mixin
    final GeneralOptions general = new GeneralOptions();

    @Mixin
    final ScopeOptions scope = new ScopeOptions();

    @Mixin
    final EngineOptions engine = new EngineOptions();

    @Mixin
    final MoneyOptions money = new MoneyOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Mixin
    final FailOptions fail = new FailOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    CommandSpec spec;

    AskCommand(Host host) {
        this.host = host;
    }

    /** The question, its parameters bound. */
    abstract SqlText question(Session session);

    /** The names of events that it looks for, to tell of those that do not occur. */
    List<String> wantedNames() {
        return List.of();
    }

    @Override
    public Integer call() {
        Session session = new Session(host, general);
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        return new Ask(session, CommandLineText.of(words), scope, engine, money, output, fail)
                .answer(() -> question(session), wantedNames())
                .code();
    }
}
