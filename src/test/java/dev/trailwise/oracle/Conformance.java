package dev.trailwise.oracle;

import dev.trailwise.table.GlueTable;
import dev.trailwise.table.ProjectedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Asks a real Trino and the local engine the same questions of the same files, and writes docs/conformance.md. */
public final class Conformance {
    private static final long FIXED_SEED = 1;

    /** Which part of the recorded questions a check asks again. */
    private static final int ONE_IN = 8;

    private final Options options;
    private final Trino trino;
    private final Path files;
    private final TrinoRecord record;
    private final Random drawn;
    private final Map<TestTrail, Judge> judges = new HashMap<>();
    private final Map<QuestionSet, List<Recorded>> said = new EnumMap<>(QuestionSet.class);
    private int untrue;

    private Conformance(Options options, Trino trino) {
        this.options = options;
        this.trino = trino;
        this.files = options.work().resolve("files");
        this.record = new TrinoRecord(options.corpus().resolveSibling("record"));
        long seed = System.nanoTime() % 1_000_000;
        this.drawn = new Random(seed);
        if (options.check()) {
            System.out.println("questions asked again: seed " + seed);
        }
    }

    /**
     * Judges, and exits with 1 when something is not as promised. Arguments: a folder to work in, the folder of the
     * corpus, the document to write, {@link Options options}, {@code --}, and the command that starts Trino.
     */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments);
        boolean passed;
        try (Trino trino = new Trino(options.trino(), options.work().resolve("trino.log"))) {
            Conformance conformance = new Conformance(options, trino);
            conformance.prepare();
            passed = conformance.report(conformance.judge());
        }
        System.exit(passed ? 0 : 1);
    }

    /** Writes the trails and their tables while Trino starts. */
    private void prepare() throws IOException {
        Sample sample = new Sample();
        Metastore metastore = new Metastore(files.resolve("metastore"));
        List<GlueTable> tables = new ArrayList<>();
        for (TestTrail trail : TestTrail.ALL) {
            sample.write(trail, trail.folder(files));
            trail.tables().stream().map(ProjectedTable::glue).forEach(tables::add);
        }
        for (GlueTable table : tables) {
            metastore.add(table);
        }
        RuleEvents.write(TestTrail.RULES.folder(files), options.seed().orElse(FIXED_SEED));
        if (options.seed().isPresent()) {
            RuleEvents.writeCorrelated(
                    TestTrail.RULES.folder(files), options.seed().getAsLong());
        }
        TestTrail.RULES.tables().stream().map(ProjectedTable::glue).forEach(table -> {
            try {
                metastore.add(table);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            tables.add(table);
        });
        trino.await();
        for (GlueTable table : tables) {
            trino.ask(table.name().database(), Metastore.view(table))
                    .join()
                    .error()
                    .ifPresent(error -> {
                        throw new IllegalStateException("Trino does not take our table: " + error);
                    });
        }
    }

    /** Asks ahead of judging, so that Trino always has something to do. */
    private List<Judgement> judge() throws IOException {
        Questions questions = new Questions(options.corpus(), options.random());
        Map<Batch, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
        List<Judgement> judgements = new ArrayList<>();
        IdentityHashMap<Question, Integer> order = new IdentityHashMap<>();
        for (QuestionSet set : options.sets()) {
            List<Question> wanted = (set == QuestionSet.SIGMA && options.seed().isPresent()
                            ? seeded(options.seed().getAsLong(), options.count())
                            : questions.of(set))
                    .stream().filter(options::wants).toList();
            wanted.forEach(question -> order.put(question, order.size()));
            for (Batch batch : Batch.of(due(wanted, judgements))) {
                asked.put(batch, ask(batch.joined()));
            }
        }
        for (Map.Entry<Batch, CompletableFuture<Answer>> batch : asked.entrySet()) {
            judgements.addAll(judge(batch.getKey(), batch.getValue()));
        }
        // which were asked again is not to be seen in the document
        judgements.sort(Comparator.comparing(judgement -> Objects.requireNonNull(order.get(judgement.question()))));
        if (options.sets().contains(QuestionSet.GENERATED)) {
            judgements.addAll(generated(options.seed().orElse(FIXED_SEED)));
            if (options.whole() && !options.check()) {
                // a seed drawn anew is not in the document, whose numbers are to be the same each time
                generated(System.nanoTime() % 1_000_000).stream()
                        .filter(judgement -> !judgement.passes())
                        .forEach(judgements::add);
            }
        }
        judgements.stream()
                .filter(judgement -> !judgement.passes())
                .forEach(judgement -> System.out.println(Report.line(judgement)));
        return judgements;
    }

    /**
     * The questions to ask Trino. A check asks a part of them, drawn anew each time, to prove the record true, and those
     * that are not in it; the others are judged by the record.
     */
    private List<Question> due(List<Question> wanted, List<Judgement> judged) throws IOException {
        if (!options.check()) {
            return wanted;
        }
        List<Question> due = new ArrayList<>();
        for (Question question : wanted) {
            Optional<Recorded> recorded = record.of(question);
            if (recorded.isEmpty() || drawn.nextInt(ONE_IN) == 0) {
                due.add(question);
            } else {
                judged.add(judge(question.trail()).judge(question, recorded.get()));
            }
        }
        return due;
    }

    private CompletableFuture<Answer> ask(Question question) {
        return trino.ask(
                question.trail().name(),
                judge(question.trail()).forTrino(question).sql());
    }

    /** Rules and, for ten of them one, correlations. */
    private static List<Question> seeded(long seed, int count) {
        List<Question> questions = new ArrayList<>(RuleEvents.questions(seed, count));
        questions.addAll(RuleEvents.correlations(seed, (count + 9) / 10));
        return questions;
    }

    private List<Judgement> generated(long seed) {
        System.out.println("expressions of seed " + seed);
        TestTrail trail = TestTrail.SMALL.get(0);
        return new Generated(trino, judge(trail), trail, seed)
                .judge(options.count()).stream()
                        .filter(judgement -> options.wants(judgement.question()))
                        .toList();
    }

    private List<Judgement> judge(Batch batch, CompletableFuture<Answer> answer) throws IOException {
        Question first = batch.joined();
        Judge judge = judge(first.trail());
        Judgement together = judge.judge(first, answer.join());
        boolean same = together.verdict() == Verdict.SAME && together.passes();
        List<Judgement> judgements = new ArrayList<>();
        int column = 0;
        for (Question question : batch.questions()) {
            if (batch.questions().size() == 1) {
                keep(question, answer.join());
                judgements.add(together);
                continue;
            }
            Optional<Collected> here = same ? Optional.of(judge.here(question)) : Optional.empty();
            int from = column;
            column += here.map(alone -> alone.columns().size()).orElse(0);
            // an aggregate beside it makes a constant one row, which alone is as many as there are events
            if (here.filter(alone -> alone.rows().size() == answer.join().rows().size())
                    .isPresent()) {
                keep(question, answer.join().columns(from, column));
                judgements.add(together.of(question));
            } else {
                Answer alone = ask(question).join();
                keep(question, alone);
                judgements.add(judge.judge(question, alone));
            }
        }
        return judgements;
    }

    /** Notes what Trino said; a check compares it with what it said before. */
    private void keep(Question question, Answer answer) throws IOException {
        Recorded now = Recorded.of(question, answer);
        said.computeIfAbsent(question.set(), any -> new ArrayList<>()).add(now);
        if (options.check() && !record.of(question).map(Recorded::steady).equals(Optional.of(now.steady()))) {
            untrue++;
            System.out.println("the record is out of date; run scripts/conformance --record: " + question.text());
        }
    }

    private Judge judge(TestTrail trail) {
        judges.computeIfAbsent(trail, key -> new Judge(key, key.folder(files), cache(), Clock.systemUTC()));
        return Objects.requireNonNull(judges.get(trail));
    }

    /** A check has little time: that the store gives the rows of the files is held by tests of its own. */
    private Optional<Path> cache() {
        return options.check() ? Optional.empty() : Optional.of(options.work().resolve("cache"));
    }

    private boolean report(List<Judgement> judgements) throws IOException {
        Summary summary = new Summary(judgements);
        System.out.print(summary.text());
        if (options.record()) {
            for (Map.Entry<QuestionSet, List<Recorded>> set : said.entrySet()) {
                record.write(set.getKey(), set.getValue(), options.match().isEmpty());
            }
        }
        if (untrue > 0) {
            return false;
        }
        if (!options.whole()) {
            return summary.passes();
        }
        String document = new Report(summary).text();
        String before = Files.exists(options.document()) ? Files.readString(options.document()) : "";
        if (options.check() && !Report.steady(document).equals(Report.steady(before))) {
            Path other = options.work().resolve("conformance.md");
            Files.writeString(other, document, StandardCharsets.UTF_8);
            System.out.println(options.document() + " is out of date, see " + other + "; run scripts/conformance");
            return false;
        }
        if (!options.check()) {
            Files.writeString(options.document(), document, StandardCharsets.UTF_8);
        }
        return summary.passes();
    }
}
