package dev.trailwise.oracle;

import dev.trailwise.sql.SqlText;
import dev.trailwise.sql.text.SqlSource;
import dev.trailwise.trail.Scope;

/**
 * Something to ask both engines.
 *
 * @param set which set of questions it is of
 * @param trail which trail is asked
 * @param topic what it is about
 * @param sql the question, its parameters bound
 * @param scope the part of the trail to read
 */
record Question(QuestionSet set, TestTrail trail, String topic, SqlText sql, Scope scope) {
    Question(QuestionSet set, TestTrail trail, String name, String sql, Scope scope) {
        this(set, trail, set.words, SqlText.of(new SqlSource(name, sql)), scope);
    }

    /** Where it comes from, such as the name of a saved query. */
    String name() {
        return sql.author().name();
    }

    /** What tells it from every other question, whatever the program makes of it. */
    String key() {
        return String.join(
                " ",
                trail.name(),
                scope.time().from().toString(),
                scope.time().to().toString(),
                scope.accounts().toString(),
                scope.regions().toString(),
                Integer.toString(scope.lateDays()),
                sql.text());
    }

    /** The question in one line. */
    String text() {
        return sql.text().replaceAll("\\s+", " ").strip();
    }
}
