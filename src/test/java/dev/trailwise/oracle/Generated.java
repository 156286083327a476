package dev.trailwise.oracle;

import dev.trailwise.failure.Failure;
import dev.trailwise.sql.duckdb.DuckDbSql;
import dev.trailwise.sql.function.KnownFunction;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.trail.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random expressions, asked many in one statement. Trino gives each in {@code TRY(ARRAY[…])}, so that the failure of one
 * does not end the others: NULL is a failure, and an array with NULL in it a NULL. The local engine is asked without, and
 * each row alone when it fails.
 */
final class Generated {
    private static final int ROWS = 3;
    private static final int AT_ONCE = 40;

    /** Trino computes over VALUES alone while it plans, and then also what it does not look at in rows of a table. */
    private static final String AS_ROWS = " CROSS JOIN UNNEST(ARRAY[1])";

    /** Failures of the engine that no query may end in, whatever Trino says to it. */
    private static final Pattern INTERNAL = Pattern.compile(
            "(INTERNAL|Binder|Catalog|Parser|Not implemented|Serialization|Fatal) Error|No function matches|best candidate|expression type"
                    + "|must appear in the GROUP|must be a constant|NullPointer|implicit cast|INT8|INT16|INT32|INT64|INT128|FLOAT|BLOB|STRUCT|HUGEINT|Could not|Casting value|Malformed");

    private static final Set<String> AGGREGATES = KnownFunction.all().stream()
            .filter(function ->
                    function.forms().stream().anyMatch(form -> form.kind().equals("aggregate")))
            .map(KnownFunction::name)
            .collect(Collectors.toSet());

    private final Trino trino;
    private final Judge judge;
    private final TestTrail trail;
    private final Scope scope;
    private final long seed;

    Generated(Trino trino, Judge judge, TestTrail trail, long seed) {
        this.trino = trino;
        this.judge = judge;
        this.trail = trail;
        this.scope = trail.scope();
        this.seed = seed;
    }

    /** Expressions over the same rows, on their way to Trino. */
    private record Group(List<String> expressions, String from, CompletableFuture<Answer> answer) {}

    List<Judgement> judge(int count) {
        List<Group> groups = new ArrayList<>();
        int aggregates = count / 6;
        groups.addAll(groups(new RandomExpression(seed, false), count - aggregates));
        RandomExpression grouped = new RandomExpression(seed, true);
        for (int from = 0; from < aggregates; from += AT_ONCE) {
            String rows = grouped.rows(ROWS);
            Map<Boolean, List<String>> windows = IntStream.range(from, Math.min(from + AT_ONCE, aggregates))
                    .mapToObj(grouped::next)
                    .collect(Collectors.partitioningBy(Generated::isRowwise));
            windows.values().stream().filter(list -> !list.isEmpty()).forEach(list -> groups.add(ask(list, rows)));
        }
        List<Judgement> judgements = new ArrayList<>();
        for (Group group : groups) {
            judgements.addAll(judge(group));
        }
        return judgements;
    }

    private List<Group> groups(RandomExpression random, int count) {
        List<Group> groups = new ArrayList<>();
        for (int from = 0; from < count; from += AT_ONCE) {
            String rows = random.rows(ROWS);
            List<String> expressions = IntStream.range(from, Math.min(from + AT_ONCE, count))
                    .mapToObj(random::next)
                    .toList();
            groups.add(ask(expressions, rows));
        }
        return groups;
    }

    private Group ask(List<String> expressions, String from) {
        String items = expressions.stream().map(e -> "TRY(ARRAY[" + e + "])").collect(Collectors.joining(", "));
        return new Group(
                expressions,
                from,
                trino.ask(trail.name(), "SELECT " + items + " FROM " + from + AS_ROWS + order(expressions.get(0))));
    }

    /** Whether there is a value for each row, not one for all. */
    private static boolean isRowwise(String expression) {
        return !AGGREGATES.contains(expression.substring(0, Math.max(0, expression.indexOf('('))))
                || expression.contains(" OVER (ORDER BY id");
    }

    private static String order(String expression) {
        return isRowwise(expression) ? " ORDER BY id" : "";
    }

    private List<Judgement> judge(Group group) {
        Answer theirs = group.answer().join();
        if (theirs.error().isPresent()) {
            if (group.expressions().size() == 1) {
                return List.of(failed(group, theirs.error().get()));
            }
            int half = group.expressions().size() / 2;
            Group first = ask(group.expressions().subList(0, half), group.from());
            Group second =
                    ask(group.expressions().subList(half, group.expressions().size()), group.from());
            List<Judgement> both = new ArrayList<>(judge(first));
            both.addAll(judge(second));
            return both;
        }
        return compared(group, theirs);
    }

    private Judgement failed(Group group, Answer.Problem error) {
        String expression = group.expressions().get(0);
        String detail = "Trino: " + error.name() + ": " + error.message();
        if (List.of("GENERIC_INTERNAL_ERROR", "COMPILER_ERROR").contains(error.name())
                || error.type().equals("INSUFFICIENT_RESOURCES")) {
            return judgement(expression, group, Verdict.REFUSED_BY_BOTH, detail); // what Trino means is not known
        }
        if (!error.isOfTheAuthor()) {
            return judgement(expression, group, Verdict.UNJUDGED, detail);
        }
        try {
            Object[] here = local(List.of(expression), group.from(), "").get(0);
            return judgement(
                    expression,
                    group,
                    error.isALimitOfTrino()
                                    || error.message()
                                            .matches("(?s).*(varchar[(]|<function>).*") // lengths are not known here
                            ? Verdict.MORE
                            : Verdict.DIFFERENT,
                    detail + "; here " + Arrays.deepToString(here));
        } catch (SqlProblem refused) {
            return judgement(expression, group, Verdict.REFUSED_BY_BOTH, detail);
        } catch (Failure failure) {
            return internal(failure)
                    ? judgement(expression, group, Verdict.DIFFERENT, detail + "; here: " + failure.getMessage())
                    : judgement(expression, group, Verdict.REFUSED_BY_BOTH, detail);
        } catch (RuntimeException bug) {
            return judgement(expression, group, Verdict.DIFFERENT, detail + "; here: " + bug);
        }
    }

    private static boolean internal(Failure failure) {
        return INTERNAL.matcher(String.valueOf(failure.getMessage())).find();
    }

    private List<Judgement> compared(Group group, Answer theirs) {
        Map<Integer, Judgement> judged = new HashMap<>();
        List<Integer> run = new ArrayList<>();
        for (int i = 0; i < group.expressions().size(); i++) {
            String expression = group.expressions().get(i);
            try {
                DuckDbSql.of(judge.compile(question(expression, group.from(), "")));
                run.add(i);
            } catch (SqlProblem refused) {
                boolean failed = theirs.rows().stream().map(rowOf(i)).allMatch("NULL"::equals);
                judged.put(
                        i,
                        judgement(
                                expression,
                                group,
                                failed ? Verdict.REFUSED_BY_BOTH : Verdict.REFUSED,
                                refused.problem()));
            } catch (RuntimeException bug) {
                judged.put(i, judgement(expression, group, Verdict.DIFFERENT, "here: " + bug));
            }
        }
        compare(group, theirs, run, judged);
        return IntStream.range(0, group.expressions().size())
                .mapToObj(judged::get)
                .toList();
    }

    private static java.util.function.Function<List<String>, String> rowOf(int column) {
        return row -> row.get(column);
    }

    /** Asks for all at once; when that fails, for each half. */
    private void compare(Group group, Answer theirs, List<Integer> run, Map<Integer, Judgement> judged) {
        if (run.isEmpty()) {
            return;
        }
        List<String> expressions = run.stream().map(group.expressions()::get).toList();
        try {
            List<Object[]> here = local(expressions, group.from(), "");
            for (int k = 0; k < run.size(); k++) {
                judged.put(run.get(k), same(group, theirs, run.get(k), column(here, k)));
            }
            return;
        } catch (Failure | IllegalStateException failure) {
            if (run.size() == 1) {
                judged.put(run.get(0), byRow(group, theirs, run.get(0)));
                return;
            }
        }
        compare(group, theirs, run.subList(0, run.size() / 2), judged);
        compare(group, theirs, run.subList(run.size() / 2, run.size()), judged);
    }

    private static List<Object> column(List<Object[]> rows, int column) {
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row[column]));
        return values;
    }

    /** A failure that is Trino's too, in the same rows. */
    private Judgement byRow(Group group, Answer theirs, int index) {
        String expression = group.expressions().get(index);
        if (expression.contains(" OVER (") || !isRowwise(expression)) {
            return whole(group, theirs, index);
        }
        List<Object> here = new ArrayList<>();
        String failures = "";
        for (int row = 1; row <= ROWS; row++) {
            try {
                here.add(local(List.of(expression), group.from(), " WHERE id = " + row)
                        .get(0)[0]);
            } catch (Failure failure) {
                if (internal(failure)) {
                    return judgement(expression, group, Verdict.DIFFERENT, "here: " + failure.getMessage());
                }
                if (failure.notice().remedies().contains(SqlProblem.ON_ATHENA)) {
                    return judgement(expression, group, Verdict.REFUSED, String.valueOf(failure.getMessage()));
                }
                here.add(FAILED);
                failures = failure.getMessage();
            }
        }
        Judgement same = same(group, theirs, index, here);
        return same.verdict() == Verdict.SAME
                ? judgement(expression, group, Verdict.REFUSED_BY_BOTH, failures)
                : judgement(expression, group, same.verdict(), same.detail() + " (" + failures + ")");
    }

    private Judgement whole(Group group, Answer theirs, int index) {
        String expression = group.expressions().get(index);
        boolean failed = theirs.rows().stream().map(rowOf(index)).allMatch("NULL"::equals);
        try {
            local(List.of(expression), group.from(), "");
        } catch (Failure failure) {
            if (failure.notice().remedies().contains(SqlProblem.ON_ATHENA)) {
                return judgement(expression, group, Verdict.REFUSED, String.valueOf(failure.getMessage()));
            }
            return judgement(
                    expression,
                    group,
                    failed && !internal(failure) ? Verdict.REFUSED_BY_BOTH : Verdict.DIFFERENT,
                    "here: " + failure.getMessage());
        }
        return judgement(expression, group, Verdict.DIFFERENT, "here an answer alone, and a failure among others");
    }

    private static final Object FAILED = new Object() {
        @Override
        public String toString() {
            return "failed";
        }
    };

    private Judgement same(Group group, Answer theirs, int index, List<Object> here) {
        TrinoType type = theirs.types().get(index).part(0);
        String expression = group.expressions().get(index);
        for (int row = 0; row < here.size(); row++) {
            String wanted = row < theirs.rows().size() ? theirs.rows().get(row).get(index) : "no row";
            Object value = here.get(row);
            String got = value == FAILED ? "NULL" : "[" + text(value, type) + "]";
            if (value == FAILED && wanted.equals("[NULL]")) {
                return judgement(
                        expression, group, Verdict.REFUSED, "fails on an argument that Trino does not look at");
            }
            if (!wanted.equals(got)) {
                return judgement(
                        expression,
                        group,
                        Verdict.DIFFERENT,
                        "row " + (row + 1) + " Trino " + (wanted.equals("NULL") ? "fails" : wanted) + ", here "
                                + (value == FAILED ? "failed" : got));
            }
        }
        return judgement(expression, group, Verdict.SAME, "");
    }

    private static String text(Object value, TrinoType type) {
        try {
            return Values.ofLocal(value, type);
        } catch (RuntimeException otherType) {
            return "not " + type.name() + ": " + value;
        }
    }

    private List<Object[]> local(List<String> expressions, String from, String where) {
        return judge.here(question(String.join(", ", expressions), from, where)).rows();
    }

    private Question question(String expressions, String from, String where) {
        String order = where.isEmpty() ? order(expressions) : where;
        return new Question(
                QuestionSet.GENERATED, trail, "seed " + seed, "SELECT " + expressions + " FROM " + from + order, scope);
    }

    private Judgement judgement(String expression, Group group, Verdict verdict, String detail) {
        String columns = RandomExpression.COLUMNS.keySet().stream().anyMatch(expression::contains)
                ? " FROM " + group.from()
                : "";
        Question question =
                new Question(QuestionSet.GENERATED, trail, "seed " + seed, "SELECT " + expression + columns, scope);
        return new Judgement(question, verdict, detail, 0, 0, false, true);
    }
}
