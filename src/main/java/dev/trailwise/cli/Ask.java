package dev.trailwise.cli;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.aws.s3.SizedTrail;
import dev.trailwise.aws.trails.InjectedAccounts;
import dev.trailwise.cost.Quote;
import dev.trailwise.engine.Answer;
import dev.trailwise.engine.Execution;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.output.ClosedPipe;
import dev.trailwise.output.CoverageLine;
import dev.trailwise.query.Compiler;
import dev.trailwise.query.Repeats;
import dev.trailwise.sql.AthenaQuery;
import dev.trailwise.sql.SqlSource;
import dev.trailwise.sql.SqlText;
import dev.trailwise.table.TableName;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one road of every question: compile, price, run, show, and say what it was read from and what it cost. */
final class Ask {
    private final Session session;
    private final String words;
    private final ScopeOptions scopeOptions;
    private final EngineOptions engineOptions;
    private final MoneyOptions moneyOptions;
    private final OutputOptions outputOptions;
    private final FailOptions failOptions;

    /** @param words the question as it was typed */
    Ask(
            Session session,
            String words,
            ScopeOptions scope,
            EngineOptions engine,
            MoneyOptions money,
            OutputOptions output,
            FailOptions fail) {
        this.session = session;
        this.words = words;
        this.scopeOptions = scope;
        this.engineOptions = engine;
        this.moneyOptions = money;
        this.outputOptions = output;
        this.failOptions = fail;
    }

    /**
     * Answers a question on stdout or into a file.
     *
     * @param question made once the engine is warming up, for that takes the longest
     * @param wantedNames names of events that it looks for
     */
    ExitCode answer(Supplier<SqlText> question, List<String> wantedNames) {
        Scope scope = scopeOptions.scope(session.host().clock());
        outputOptions.most(); // a wrong one is reported before anything is done
        if (moneyOptions.dryRun) {
            return engineOptions.logs.isEmpty() ? priceTrail(question, scope) : priceFolder(question, scope);
        }
        try (Asking asking = open()) {
            AthenaQuery query = compile(question.get(), scope, asking::accountsToName);
            hints(query);
            if (engineOptions.asksAthena(session)) {
                SqlCheck.admit(session, moneyOptions, query);
            }
            return run(asking, query, wantedNames);
        } catch (ClosedPipe enough) {
            return failOptions.exit(ExitCode.ANSWERED, 1);
        }
    }

    private ExitCode priceFolder(Supplier<SqlText> question, Scope scope) {
        AthenaQuery query = compile(question.get(), scope, table -> Collections.emptySortedSet());
        hints(query);
        SqlCheck.warn(session, query);
        try (LogOption logs = LogOption.open(session, engineOptions.logs)) {
            return show(query, pricing().quoteFolder(query, logs.paths()));
        }
    }

    private ExitCode priceTrail(Supplier<SqlText> question, Scope scope) {
        SizedTrail trail = Pricing.trail(session.settings());
        try (AwsClients clients = session.aws()) {
            AthenaQuery query = compile(question.get(), scope, new InjectedAccounts(clients, trail)::of);
            hints(query);
            SqlCheck.warn(session, query);
            return show(query, pricing().quote(query, clients));
        }
    }

    private Pricing pricing() {
        return new Pricing(session, moneyOptions);
    }

    private ExitCode show(AthenaQuery query, Quote quote) {
        return new DryRun(session, moneyOptions, outputOptions).show(query, quote);
    }

    private Asking open() {
        return engineOptions.asksAthena(session)
                ? AthenaAsking.open(session, words, engineOptions, moneyOptions)
                : LocalAsking.open(session, engineOptions, scopeOptions, outputOptions.most());
    }

    private AthenaQuery compile(
            SqlText question, Scope scope, Function<TableName, SortedSet<AccountId>> accountsToName) {
        Repeats repeats = engineOptions.distinctEvents ? Repeats.DROPPED : Repeats.KEPT;
        return new Compiler(session.tables(), accountsToName).compile(question, scope, repeats);
    }

    private ExitCode run(Asking asking, AthenaQuery query, List<String> wantedNames) {
        Execution execution = asking.start(query);
        Answer answer;
        ExitCode exit;
        try (Interrupt interrupt = Interrupt.of(execution, session.messages())) {
            answer = stream(asking, execution);
            if (answer.coverage().isEmpty() && answer.rows() > 0) {
                session.messages().info(CoverageLine.rows(answer.rows(), outputOptions.most()));
            }
            exit = asking.answered(answer);
        }
        if (answer.rows() == 0 && !wantedNames.isEmpty() && !engineOptions.asksAthena(session)) {
            hint(asking, query, wantedNames);
        }
        return failOptions.exit(exit, answer.rows());
    }

    /** Names what does not occur at all. The answer is written by now, so whatever goes wrong here changes nothing. */
    private void hint(Asking asking, AthenaQuery query, List<String> wantedNames) {
        try {
            EventNames names = new EventNames();
            asking
                    .start(compile(
                            SqlText.of(new SqlSource("<names>", EventNames.SQL)),
                            query.scope(),
                            asking::accountsToName))
                    .stream(names);
            names.absent(wantedNames).forEach(session.messages()::info);
        } catch (Failure noHint) {
            session.messages().detail(noHint.getMessage());
        }
    }

    private Answer stream(Asking asking, Execution execution) {
        try (Destination destination = Destination.open(outputOptions, session)) {
            Answer answer = execution.stream(destination.sink());
            destination.commit();
            return answer;
        } catch (ClosedPipe enough) {
            execution.cancel();
            throw enough;
        } finally {
            asking.ended(execution);
        }
    }

    private void hints(AthenaQuery query) {
        Scope scope = query.scope();
        if (scopeOptions.timesAreDefault() && !query.tables().isEmpty()) {
            session.messages()
                    .info("Time range: last 24 hours (from " + scope.time().from() + " to "
                            + scope.time().to() + "). Change it with --from and --to.");
        }
        if (!scope.regions().isEmpty() && !scope.coversRegion(Region.US_EAST_1)) {
            session.messages()
                    .info("IAM, STS, CloudFront and most console sign-ins log in us-east-1, which --region leaves out");
        }
        new Hints(session).of(query, moneyOptions.dryRun || engineOptions.asksAthena(session));
    }

    /** Usage errors that only this command can see. */
    static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message);
    }
}
