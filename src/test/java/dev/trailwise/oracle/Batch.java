package dev.trailwise.oracle;

import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Questions that are asked as one, for most of Trino's time goes by whatever is asked. When their answers are not the
 * same, each is asked alone.
 *
 * @param questions the questions, each a list of expressions over the same events; or a single one of any form
 */
record Batch(List<Question> questions) {
    private static final int MOST = 6;
    private static final String SELECT = "SELECT ";
    private static final String FROM = " FROM cloudtrail";

    Batch {
        questions = List.copyOf(questions);
    }

    /** Joins the expressions among questions, in their order; any other question stays alone. */
    static List<Batch> of(List<Question> questions) {
        List<Batch> batches = new ArrayList<>();
        List<Question> open = new ArrayList<>();
        for (Question question : questions) {
            if (!question.name().equals(Questions.EXPRESSIONS)) {
                batches.add(new Batch(List.of(question)));
                continue;
            }
            open.add(question);
            if (open.size() == MOST) {
                batches.add(new Batch(open));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            batches.add(new Batch(open));
        }
        return batches;
    }

    /** All of them as one question. */
    Question joined() {
        Question first = questions.get(0);
        if (questions.size() == 1) {
            return first;
        }
        String expressions = questions.stream()
                .map(question -> question.sql().text())
                .map(sql -> sql.substring(SELECT.length(), sql.length() - FROM.length()))
                .collect(Collectors.joining(", "));
        SqlSource sql = new SqlSource(first.name(), SELECT + expressions + FROM);
        return new Question(first.set(), first.trail(), first.topic(), SqlText.of(sql), first.scope());
    }
}
