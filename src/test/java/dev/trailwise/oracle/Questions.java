package dev.trailwise.oracle;

import dev.trailwise.hunt.HuntPlan;
import dev.trailwise.query.Library;
import dev.trailwise.query.SavedQuery;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** All the questions of a set. */
final class Questions {
    /** Saved queries count times such as {@code 7d} back from the end of the sample. */
    private static final Clock END_OF_SAMPLE = Clock.fixed(
            SampleTrail.LAST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);

    /** Where questions come from that are lists of expressions over the same events. */
    static final String EXPRESSIONS = "expressions.txt";

    private static final int PARTITIONS = 200;

    private static final SortedSet<Region> US_EAST_1 = TestTrail.regions("us-east-1");
    private static final SortedSet<AccountId> ONE_ACCOUNT = TestTrail.accounts(SampleTrail.PRODUCTION);

    private final Path corpus;
    private final int random;

    /**
     * The questions.
     *
     * @param corpus the folder with {@code queries.sql} and {@code expressions.txt}
     * @param random how many random queries, from seed 1 on
     */
    Questions(Path corpus, int random) {
        this.corpus = corpus;
        this.random = random;
    }

    List<Question> of(QuestionSet set) throws IOException {
        return switch (set) {
            case SAVED -> saved();
            case CORPUS -> corpus();
            case RANDOM -> random();
            case PARTITIONS -> partitions();
            case LAYOUTS -> layouts();
            case SIGMA -> RuleEvents.questions(1, RuleEvents.COUNT);
            case GENERATED -> List.of();
        };
    }

    private static List<Question> saved() {
        List<Question> questions = new ArrayList<>();
        for (SavedQuery query : Library.shipped().all().queries()) {
            questions.add(new Question(
                    QuestionSet.SAVED,
                    TestTrail.WHOLE,
                    query.topic(),
                    withoutFiles(query.bind(query.exampleArguments(), END_OF_SAMPLE)),
                    TestTrail.WHOLE.scope()));
        }
        questions.addAll(hunts());
        questions.add(overview());
        return questions;
    }

    /** The one scan that the charts of a report come from. */
    private static Question overview() {
        try (InputStream in = Questions.class.getResourceAsStream("/dev/trailwise/report/overview.sql")) {
            String sql = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new Question(
                    QuestionSet.SAVED,
                    TestTrail.WHOLE,
                    "report",
                    SqlText.of(new SqlSource("<overview>", sql)),
                    TestTrail.WHOLE.scope());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All detections in one scan. */
    private static List<Question> hunts() {
        List<SavedQuery> detections = Library.shipped().all().queries().stream()
                .filter(query -> query.detection().isPresent())
                .toList();
        return HuntPlan.of(detections, List.of(), END_OF_SAMPLE).fused().stream()
                .map(fused ->
                        new Question(QuestionSet.SAVED, TestTrail.WHOLE, "hunt", fused.sql(), TestTrail.WHOLE.scope()))
                .toList();
    }

    /** The tables of the judge are views, which hide the file of a row. */
    private static SqlText withoutFiles(SqlText sql) {
        return SqlText.of(new SqlSource(sql.author().name(), sql.text().replace("\"$path\"", "CAST(NULL AS varchar)")));
    }

    /**
     * Whole queries, and single expressions, one a line below the topic that they are about, which are asked of a day of one
     * account and Region to be quick.
     */
    private List<Question> corpus() throws IOException {
        List<Question> questions = new ArrayList<>();
        TestTrail trail = TestTrail.SMALL.get(0);
        for (String sql : read("queries.sql").split(";[ \t]*(\n|$)")) {
            if (!sql.isBlank()) {
                questions.add(new Question(QuestionSet.CORPUS, trail, "queries.sql", sql.strip(), trail.scope()));
            }
        }
        Scope small = trail.scope(trail.first(), trail.first(), ONE_ACCOUNT, US_EAST_1, 0);
        String topic = "";
        for (String line : read(EXPRESSIONS).split("\n")) {
            if (line.startsWith("#")) {
                topic = line.substring(1).strip();
            } else if (!line.isBlank()) {
                SqlSource sql = new SqlSource(EXPRESSIONS, "SELECT " + line + " FROM cloudtrail");
                questions.add(new Question(QuestionSet.CORPUS, trail, topic, SqlText.of(sql), small));
            }
        }
        return questions;
    }

    private String read(String file) throws IOException {
        return Files.readString(corpus.resolve(file), StandardCharsets.UTF_8);
    }

    /** Each seed in one of the layouts. */
    private List<Question> random() {
        List<Question> questions = new ArrayList<>();
        for (int seed = 1; seed <= random; seed++) {
            TestTrail trail = TestTrail.SMALL.get(seed % TestTrail.SMALL.size());
            questions.add(new Question(
                    QuestionSet.RANDOM, trail, "seed " + seed, new RandomQuery(seed).sql(), trail.scope()));
        }
        return questions;
    }

    /** Each seed in one of the layouts, over all that it holds. */
    private List<Question> partitions() {
        List<Question> questions = new ArrayList<>();
        for (int seed = 1; seed <= PARTITIONS; seed++) {
            TestTrail trail = TestTrail.SMALL.get(0);
            questions.add(new Question(
                    QuestionSet.PARTITIONS, trail, "seed " + seed, new RandomPartitions(seed).sql(), trail.scope()));
        }
        return questions;
    }

    private static List<Question> layouts() {
        List<Question> questions = new ArrayList<>();
        for (TestTrail trail : TestTrail.ALL) {
            for (Scope scope : scopes(trail)) {
                for (String sql : Arrays.asList(
                        "SELECT count(*) AS n, min(eventtime) AS first, max(eventtime) AS last FROM cloudtrail",
                        "SELECT account, region, day, count(*) AS n FROM cloudtrail GROUP BY account, region, day",
                        "SELECT count(*) FROM insights",
                        "SELECT a.eventname, count(*) AS n FROM cloudtrail a JOIN cloudtrail b ON a.eventid = b.eventid"
                                + " GROUP BY a.eventname")) {
                    questions.add(new Question(QuestionSet.LAYOUTS, trail, trail.name(), sql, scope));
                }
            }
        }
        return questions;
    }

    private static List<Scope> scopes(TestTrail trail) {
        SortedSet<AccountId> accounts = new TreeSet<>();
        LocalDate day = TestTrail.BUSY;
        return List.of(
                trail.scope(),
                trail.scope(day, day, accounts, new TreeSet<>(), 1),
                trail.scope(day, day, ONE_ACCOUNT, US_EAST_1, 0),
                trail.scope(
                        day.plusDays(1), day.plusDays(1), ONE_ACCOUNT, TestTrail.regions("eu-west-1", "sa-east-1"), 1));
    }
}
