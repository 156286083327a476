package dev.trailwise.oracle;

import dev.trailwise.table.GlueTable;
import dev.trailwise.table.ProjectedTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Asks a real Trino and the local engine the same questions of the same files, and writes docs/conformance.md. */
public final class Conformance {
    private static final long FIXED_SEED = 1;

    private final Options options;
    private final Trino trino;
    private final Path files;
    private final Map<TestTrail, Judge> judges = new HashMap<>();

    private Conformance(Options options, Trino trino) {
        this.options = options;
        this.trino = trino;
        this.files = options.work().resolve("files");
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
        Map<Batch, Judge.Asked> asked = new LinkedHashMap<>();
        for (QuestionSet set : options.sets()) {
            List<Question> wanted =
                    questions.of(set).stream().filter(options::wants).toList();
            for (Batch batch : Batch.of(wanted)) {
                asked.put(batch, judge(batch.joined().trail()).ask(batch.joined()));
            }
        }
        List<Judgement> judgements = new ArrayList<>();
        asked.forEach((batch, question) -> judgements.addAll(judge(batch, question)));
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

    private List<Judgement> generated(long seed) {
        System.out.println("expressions of seed " + seed);
        TestTrail trail = TestTrail.SMALL.get(0);
        return new Generated(trino, judge(trail), trail, seed)
                .judge(options.count()).stream()
                        .filter(judgement -> options.wants(judgement.question()))
                        .toList();
    }

    private List<Judgement> judge(Batch batch, Judge.Asked asked) {
        Judge judge = judge(asked.question().trail());
        Judgement together = judge.judge(asked);
        if (batch.questions().size() == 1) {
            return List.of(together);
        }
        return batch.questions().stream()
                .map(question -> together.verdict() == Verdict.SAME && together.passes()
                        ? together.of(question)
                        : judge.judge(judge.ask(question)))
                .toList();
    }

    private Judge judge(TestTrail trail) {
        judges.computeIfAbsent(trail, key -> new Judge(trino, key, key.folder(files), cache(), Clock.systemUTC()));
        return Objects.requireNonNull(judges.get(trail));
    }

    /** A check has little time: that the store gives the rows of the files is held by tests of its own. */
    private Optional<Path> cache() {
        return options.check() ? Optional.empty() : Optional.of(options.work().resolve("cache"));
    }

    private boolean report(List<Judgement> judgements) throws IOException {
        Summary summary = new Summary(judgements);
        System.out.print(summary.text());
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
