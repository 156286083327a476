package dev.trailwise.cli.option;

import dev.trailwise.output.Format;
import dev.trailwise.run.AnswerListener;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.sql.SqlText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Options of every command that runs a query. */
public final class RunOptions {
    @Mixin
    final ScopeOptions scope = new ScopeOptions();

    @Mixin
    public final EngineOptions engine = new EngineOptions();

    @Mixin
    final MoneyOptions money = new MoneyOptions();

    @Mixin
    public final OutputOptions output = new OutputOptions();

    @Mixin
    final FailOptions fail = new FailOptions();

    /**
     * What these options mean, for a query.
     *
     * @param command the command that they were given to
     * @param wantedNames event names that the query looks for
     * @param format the format when none is named
     */
    public QueryRequest request(
            CommandSpec command, Clock clock, Supplier<SqlText> question, List<String> wantedNames, Format format) {
        return new QueryRequest(
                CommandLineText.of(command),
                question,
                wantedNames,
                scope.requested(clock),
                engine.choice(money.dryRun),
                money.limits(),
                output.choice(format),
                Optional.empty(),
                money.dryRun,
                fail.rule(),
                AnswerListener.NONE);
    }
}
