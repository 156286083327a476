package dev.trailwise.cli.command;

import dev.trailwise.cli.option.CommandLineText;
import dev.trailwise.cli.option.EngineOptions;
import dev.trailwise.cli.option.FailOptions;
import dev.trailwise.cli.option.GeneralOptions;
import dev.trailwise.cli.option.MoneyOptions;
import dev.trailwise.cli.option.NeedsHost;
import dev.trailwise.cli.option.OutputOptions;
import dev.trailwise.cli.option.ScopeOptions;
import dev.trailwise.console.Host;
import dev.trailwise.run.OutputChoice;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.run.QueryRunner;
import dev.trailwise.sql.SqlText;
import dev.trailwise.workspace.Workspace;
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
    abstract SqlText question(Workspace workspace);

    /** The names of events that it looks for, to tell of those that do not occur. */
    List<String> wantedNames() {
        return List.of();
    }

    /** How its rows are shown. */
    OutputChoice shown() {
        return output.choice();
    }

    @Override
    public Integer call() {
        Workspace workspace = general.workspace(host);
        return QueryRunner.answer(workspace, request(workspace)).code();
    }

    /** What the options mean. */
    QueryRequest request(Workspace workspace) {
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        return new QueryRequest(
                CommandLineText.of(words),
                () -> question(workspace),
                wantedNames(),
                scope.requested(host.clock()),
                engine.choice(money.dryRun),
                money.limits(),
                shown(),
                money.dryRun,
                fail.rule());
    }
}
