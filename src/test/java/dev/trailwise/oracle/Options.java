package dev.trailwise.oracle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What to judge and how.
 *
 * @param work a folder to work in
 * @param corpus the folder of the corpus
 * @param document the document to write
 * @param check whether the document must be as it would be written, and is not written
 * @param record whether what Trino says is kept
 * @param sets the sets of questions to ask
 * @param match only questions in whose text this is found
 * @param random how many random queries
 * @param seed where the generated expressions begin; none for the seeds of a whole run
 * @param count how many generated expressions
 * @param trino the command that starts Trino
 */
record Options(
        Path work,
        Path corpus,
        Path document,
        boolean check,
        boolean record,
        Set<QuestionSet> sets,
        Optional<Pattern> match,
        int random,
        OptionalLong seed,
        int count,
        List<String> trino) {
    private static final int RANDOM = 300;
    private static final int GENERATED = 1000;

    static Options parse(String[] arguments) {
        Iterator<String> rest = List.of(arguments).iterator();
        Path work = Path.of(rest.next()).toAbsolutePath();
        Path corpus = Path.of(rest.next());
        Path document = Path.of(rest.next());
        boolean check = false;
        boolean record = false;
        Set<QuestionSet> sets = EnumSet.allOf(QuestionSet.class);
        Optional<Pattern> match = Optional.empty();
        int random = RANDOM;
        OptionalLong seed = OptionalLong.empty();
        int count = GENERATED;
        for (String option = rest.next(); !option.equals("--"); option = rest.next()) {
            switch (option) {
                case "--check" -> check = true;
                case "--record" -> record = true;
                case "--only" -> sets = sets(rest.next());
                case "--match" -> match = Optional.of(Pattern.compile(rest.next()));
                case "--random" -> random = Integer.parseInt(rest.next());
                case "--seed" -> seed = OptionalLong.of(Long.parseLong(rest.next()));
                case "--count" -> count = Integer.parseInt(rest.next());
                default ->
                    throw new IllegalArgumentException("unknown option " + option
                            + "; there are --check, --record, --only, --match, --random, --seed and --count");
            }
        }
        List<String> trino = new ArrayList<>();
        rest.forEachRemaining(trino::add);
        return new Options(work, corpus, document, check, record, sets, match, random, seed, count, trino);
    }

    private static Set<QuestionSet> sets(String names) {
        Set<QuestionSet> sets = EnumSet.noneOf(QuestionSet.class);
        for (String name : names.split(",")) {
            sets.add(QuestionSet.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return sets;
    }

    /** Whether all is judged that the document tells of. */
    boolean whole() {
        return sets.size() == QuestionSet.values().length
                && match.isEmpty()
                && random == RANDOM
                && seed.isEmpty()
                && count == GENERATED;
    }

    boolean wants(Question question) {
        return match.isEmpty() || match.get().matcher(question.text()).find();
    }
}
