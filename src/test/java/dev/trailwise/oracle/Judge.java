package dev.trailwise.oracle;

import dev.trailwise.cost.Bytes;
import dev.trailwise.cost.Estimator;
import dev.trailwise.cost.Precision;
import dev.trailwise.cost.PriceList;
import dev.trailwise.cost.Quote;
import dev.trailwise.failure.Failure;
import dev.trailwise.local.FolderSizes;
import dev.trailwise.local.LocalEngine;
import dev.trailwise.local.ResourceLimits;
import dev.trailwise.local.StoreBuild;
import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.query.Compiler;
import dev.trailwise.query.DuplicatePolicy;
import dev.trailwise.sql.CompiledQuery;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import dev.trailwise.trail.TimeRange;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;

/** Asks both engines questions of one trail, and compares. */
final class Judge {
    private final Compiler compiler;
    private final Compiler localCompiler;
    private final LocalEngine local;
    private final Optional<LocalEngine> stored;
    private final Estimator estimator;
    private final Clock clock;

    /**
     * A judge.
     *
     * @param folder where the trail's files are
     * @param cache where to make a store of them, for each question to be answered from that too; none for the files alone
     */
    Judge(TestTrail trail, Path folder, Optional<Path> cache, Clock clock) {
        this.compiler = new Compiler(trail.definitions());
        this.localCompiler = trail.hasBoth() ? new Compiler(trail.ofTrail()) : compiler;
        this.local = LocalEngine.open(folder, Optional.empty(), limits(), clock);
        this.stored = cache.map(store -> stored(folder, store, clock));
        this.estimator = new Estimator(
                (folders, range) -> new FolderSizes(trail.logs(folder.getParent(), folders), clock).of(folders, range),
                PriceList.bundled().of(Region.US_EAST_1));
        this.clock = clock;
    }

    private static LocalEngine stored(Path folder, Path cache, Clock clock) {
        StoreBuild.Result built = StoreBuild.run(
                LogPaths.of(folder),
                cache,
                new Scope(TimeRange.ALL, new TreeSet<>(), new TreeSet<>(), 1),
                limits(),
                true);
        if (built.outcome() != StoreBuild.Outcome.BUILT) {
            throw new IllegalStateException("there is no store of " + folder + ": " + built);
        }
        return LocalEngine.open(folder, Optional.of(cache), limits(), clock);
    }

    private static ResourceLimits limits() {
        return ResourceLimits.in(Path.of(System.getProperty("java.io.tmpdir"), "trailwise-conformance-spill"));
    }

    /** What is sent to Trino. */
    CompiledQuery forTrino(Question question) {
        return compiler.compile(question.sql(), question.scope(), DuplicatePolicy.KEPT);
    }

    /** The question as the program compiles it for log files on this machine. */
    CompiledQuery compile(Question question) {
        return localCompiler.compile(question.sql(), question.scope(), DuplicatePolicy.KEPT);
    }

    /** The local engine's answer from the files. */
    Collected here(Question question) {
        Collected here = new Collected();
        local.start(compile(question)).stream(here);
        return here;
    }

    Judgement judge(Question question, Theirs theirs) {
        CompiledQuery query = compile(question);
        Collected here = new Collected();
        Optional<SqlProblem> refusal = Optional.empty();
        Optional<Failure> failure = Optional.empty();
        try {
            local.start(query).stream(here);
        } catch (SqlProblem problem) {
            refusal = Optional.of(problem);
        } catch (Failure failed) {
            failure = Optional.of(failed);
        }
        Quote quote = estimator.quote(forTrino(question), clock.instant());
        Bytes estimated = quote.estimate().bytes();
        Verdict verdict;
        String detail;
        if (theirs.error().isPresent()) {
            Answer.Problem error = theirs.error().get();
            boolean answered = refusal.isEmpty() && failure.isEmpty();
            verdict = !error.isOfTheAuthor()
                    ? Verdict.UNJUDGED
                    : !answered ? Verdict.REFUSED_BY_BOTH : error.isALimitOfTrino() ? Verdict.MORE : Verdict.DIFFERENT;
            detail = "Trino: " + error.name() + ": " + error.message();
        } else if (refusal.isPresent()) {
            verdict = Verdict.REFUSED;
            detail = refusal.get().position() + ": " + refusal.get().problem();
        } else if (failure.isPresent()) {
            verdict = Verdict.DIFFERENT;
            detail = "here: " + failure.get().getMessage();
        } else {
            String fromFiles = theirs.difference(question, here);
            detail = fromFiles.isEmpty() ? fromStore(question, query, theirs) : fromFiles;
            verdict = detail.isEmpty() ? Verdict.SAME : Verdict.DIFFERENT;
        }
        return new Judgement(
                question,
                verdict,
                detail,
                estimated.count(),
                theirs.bytes(),
                quote.estimate().precision() == Precision.EXACT,
                quote.mayStopEarly());
    }

    /** What differs when the store answers, where the files gave the same rows as Trino. */
    private String fromStore(Question question, CompiledQuery query, Theirs theirs) {
        if (stored.isEmpty()) {
            return "";
        }
        Collected here = new Collected();
        try {
            stored.get().start(query).stream(here);
        } catch (Failure failed) {
            return "from the store: " + failed.getMessage();
        }
        String difference = theirs.difference(question, here);
        return difference.isEmpty() ? "" : "from the store: " + difference;
    }
}
