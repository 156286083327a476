package dev.trailwise.sql;

import dev.trailwise.sql.text.Position;
import dev.trailwise.sql.text.SqlProblem;
import dev.trailwise.sql.text.SqlSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** SQL made from an author's text by edits, which remembers where in that text each of its characters comes from. */
public final class SqlText {
    private final SqlSource author;
    private final String text;
    private final IntUnaryOperator origin;
    private volatile @Nullable ParsedSql parsed;

    private SqlText(SqlSource author, String text, IntUnaryOperator origin) {
        this.author = author;
        this.text = text;
        this.origin = origin;
    }

    /** The author's text, unedited. */
    public static SqlText of(SqlSource author) {
        return new SqlText(author, author.text(), IntUnaryOperator.identity());
    }

    /** Text that was made from the author's in a way that is not known: all of it comes from its beginning. */
    static SqlText unmapped(String text, SqlSource author) {
        return text.equals(author.text()) ? of(author) : new SqlText(author, text, offset -> 0);
    }

    /** The SQL after all edits. */
    public String text() {
        return text;
    }

    /** What the author wrote. */
    public SqlSource author() {
        return author;
    }

    /** What this text says, read when it is asked for first: reading is what a short question takes longest for. */
    ParsedSql parsed(Function<SqlText, ParsedSql> reader) {
        ParsedSql known = parsed;
        if (known == null) {
            known = reader.apply(this);
            parsed = known;
        }
        return known;
    }

    /**
     * This text with parts of it replaced.
     *
     * @param edits parts that do not overlap, in any order
     */
    public SqlText edit(List<Edit> edits) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(Edit::start));
        StringBuilder edited = new StringBuilder(text.length() + 256);
        List<int[]> kept = new ArrayList<>();
        int done = 0;
        for (Edit edit : sorted) {
            kept.add(new int[] {edited.length(), done});
            edited.append(text, done, edit.start());
            kept.add(new int[] {edited.length(), -edit.start() - 1});
            edited.append(edit.replacement());
            done = edit.end();
        }
        kept.add(new int[] {edited.length(), done});
        edited.append(text, done, text.length());
        return new SqlText(author, edited.toString(), offset -> origin.applyAsInt(before(kept, offset)));
    }

    /** The place in the author's file of an offset of this text; of replaced text, where the replaced part began. */
    public Position authorPosition(int offset) {
        return author.position(origin.applyAsInt(offset));
    }

    /** The place in the author's file of a line and column, both from 1, that an engine reports for this text. */
    public Position authorPosition(int line, int column) {
        return authorPosition(offset(line, column));
    }

    /** A problem at an offset of this text, shown at its place in the author's. */
    public SqlProblem problem(int offset, String problem) {
        return new SqlProblem(author, origin.applyAsInt(offset), problem);
    }

    /** A problem that an engine reports at a line and column of this text, both from 1. */
    public SqlProblem problem(int line, int column, String problem) {
        return problem(offset(line, column), problem);
    }

    private int offset(int line, int column) {
        int at = 0;
        for (int l = 1; l < line; l++) {
            int next = text.indexOf('\n', at);
            if (next < 0) {
                return text.length();
            }
            at = next + 1;
        }
        int rest = text.codePointCount(at, text.length());
        return text.offsetByCodePoints(at, Math.max(0, Math.min(column - 1, rest)));
    }

    /** Runs are pairs of a start after the edit and one before it, the latter as {@code -start - 1} when replaced. */
    private static int before(List<int[]> runs, int offset) {
        int[] run = runs.get(0);
        for (int[] next : runs) {
            if (next[0] <= offset) {
                run = next;
            }
        }
        return run[1] < 0 ? -run[1] - 1 : run[1] + offset - run[0];
    }

    /**
     * A part to replace.
     *
     * @param start its first offset
     * @param end the offset after its last
     * @param replacement the text to put there
     */
    public record Edit(int start, int end, String replacement) {
        /** @throws IllegalArgumentException when the end is before the start */
        public Edit {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("not a part of a text: " + start + " to " + end);
            }
        }
    }
}
