package dev.trailwise.sql.text;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Notice;
import dev.trailwise.failure.Remedy;

/** SQL that cannot be run as it is, at a place in its author's text. The message shows that line with a caret. */
public final class SqlProblem extends Failure {
    /** The end of the problem with a query that Athena runs. */
    public static final String LOCAL_ONLY = " cannot be answered by the local engine as Athena would";

    /** What helps then. */
    public static final Remedy ON_ATHENA = Remedy.flag(FlagName.ENGINE, "athena", "runs it there");

    private final Position position;
    private final String problem;
    private final boolean localOnly;

    /**
     * A problem at an offset of the author's text.
     *
     * @param offset where, in UTF-16 units of {@code source.text()}
     * @param problem what is wrong and what to do, without the place
     */
    public SqlProblem(SqlSource source, int offset, String problem) {
        this(new Notice(render(source, offset, problem)), source.position(offset), problem, false);
    }

    private SqlProblem(Notice notice, Position position, String problem, boolean localOnly) {
        super(ExitCode.QUERY_FAILED, notice, null);
        this.position = position;
        this.problem = problem;
        this.localOnly = localOnly;
    }

    /** The same, of SQL that Athena runs. */
    public SqlProblem localOnly() {
        Notice notice = notice().and("", ON_ATHENA);
        return new SqlProblem(notice, position, problem, true);
    }

    /** The same with what can be done about it. */
    public SqlProblem with(Remedy... remedies) {
        return new SqlProblem(notice().and("", remedies), position, problem, localOnly);
    }

    /** Whether Athena refuses it too. */
    public boolean isMistake() {
        return !localOnly;
    }

    /** Where it is, in the author's file. */
    public Position position() {
        return position;
    }

    /** What is wrong, without the place and the excerpt. */
    public String problem() {
        return problem;
    }

    private static String render(SqlSource source, int offset, String problem) {
        return Excerpt.neutral(source.name()) + ":" + source.position(offset) + ": " + problem + "\n"
                + Excerpt.at(source.text(), offset);
    }
}
