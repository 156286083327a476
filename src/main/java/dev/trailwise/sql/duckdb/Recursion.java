package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.RecursiveQuery;
import dev.trailwise.sql.TextLengths;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Coercion;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.sql.text.SqlProblem;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.ColumnAliasesContext;
import io.trino.grammar.sql.SqlBaseParser.NamedQueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A CTE that reads itself, written out as Trino does it: a CTE for the first rows, one for each step, and one more that must
 * have no rows. DuckDB's own recursion knows no end.
 */
final class Recursion {
    private final Translation translation;
    private final NamedQueryContext cte;
    private final RecursiveQuery query;
    private final Output base;

    /** @param base the first rows, with the names of the CTE's columns */
    Recursion(Translation translation, NamedQueryContext cte, RecursiveQuery query, Output base) {
        this.translation = translation;
        this.cte = cte;
        this.query = query;
        this.base = translation.use(base);
    }

    /**
     * The CTEs of DuckDB that it becomes, the last of which has all rows.
     *
     * @param step the step, which reads the rows of the round before under the name of {@code base}
     */
    List<String> rounds(Output step, String name) {
        String before = base.sql();
        List<String> rounds = new ArrayList<>();
        List<String> all = new ArrayList<>(List.of("FROM " + before));
        String select = select(translation.use(step));
        for (int depth = 1; depth <= RecursiveQuery.DEPTH + 1; depth++) {
            String round = translation.fresh("w");
            String from = "SELECT * FROM " + before;
            before = round;
            rounds.add(round + " AS MATERIALIZED (WITH " + base.sql() + " AS (" + from + ") " + select + ")");
            all.add(depth <= RecursiveQuery.DEPTH ? "FROM " + round : refused(round));
        }
        rounds.add(name + " AS (" + (query.distinct() ? "SELECT DISTINCT * FROM (" : "(")
                + String.join(" UNION ALL ", all) + "))");
        return rounds;
    }

    /** No rows, or a failure. It is an input of a window, so that no condition on the rows comes before it. */
    private static String refused(String round) {
        String failure =
                "CAST(CASE WHEN random() >= 0 THEN " + SqlLiteral.text(RecursiveQuery.TOO_DEEP) + " END AS INTEGER)";
        return "SELECT * EXCLUDE (more) FROM (SELECT *, count(" + failure + ") OVER () AS more FROM " + round
                + ") WHERE more = 0";
    }

    /** The rows of a step, of the types of the first rows. */
    private String select(Output step) {
        if (step.columns().size() != base.columns().size()) {
            throw translation.wrong(
                    query.step(),
                    "base and step relations of recursion have different number of fields: "
                            + base.columns().size() + ", " + step.columns().size());
        }
        List<String> items = new ArrayList<>();
        for (int i = 0; i < step.columns().size(); i++) {
            Type from = step.columns().get(i).type();
            Type to = base.columns().get(i).type();
            if (!Coercion.allowed(from, to)) {
                throw notCoercible(from.toString(), to.toString(), i);
            }
            checkPrecision(to, i);
            String column = Output.column(i);
            items.add((from.equals(to) ? column : "CAST(" + column + " AS " + to.duckDb() + ")") + " AS " + column);
        }
        return "SELECT " + String.join(", ", items) + " FROM (" + step.sql() + ")";
    }

    private SqlProblem notCoercible(String from, String to, int column) {
        return translation.wrong(
                query.step(),
                "recursion step relation output type (" + from
                        + ") is not coercible to recursion base relation output type (" + to + ") at column "
                        + (column + 1));
    }

    /** Refuses text that may be longer than the first rows', and times whose precision may differ from theirs. */
    private void checkPrecision(Type type, int column) {
        boolean array = type instanceof Type.Array of && of.element() == Simple.VARCHAR;
        if (type == Simple.VARCHAR || array) {
            int most = base.columns().get(column).origin().isPresent()
                    ? TextLengths.UNBOUNDED
                    : length(query.base(), column, array);
            int longest = most == TextLengths.UNBOUNDED ? 0 : length(query.step(), column, array);
            if (longest > most) {
                throw notCoercible(named(array, longest), named(array, most), column);
            }
            return;
        }
        boolean text = type.toString().contains("varchar");
        if ((text && base.columns().get(column).origin().isEmpty())
                || (type.toString().contains("timestamp") && translation.hasShortTimestamps())) {
            throw translation.unsupported(
                    query.base(), "a recursive CTE with a column of type " + type + " whose precision is not known");
        }
    }

    private int length(QueryTermContext term, int column, boolean array) {
        return TextLengths.column(term, column, array, term == query.step() ? lengths(array) : Map.of())
                .orElseThrow(() -> translation.unsupported(
                        term,
                        "a recursive CTE whose column " + (column + 1)
                                + " may be of text of limited length (write CAST(… AS "
                                + (array ? "array(varchar)" : "varchar") + ") in its first SELECT)"));
    }

    private static String named(boolean array, int length) {
        String type = length == TextLengths.UNBOUNDED ? "varchar" : "varchar(" + length + ")";
        return array ? "array(" + type + ")" : type;
    }

    /** The columns of the first rows, as the step can name them. */
    private Map<List<String>, Integer> lengths(boolean array) {
        String name = Names.lower(cte.name);
        ColumnAliasesContext names = cte.columnAliases();
        if (query.reference().getParent() instanceof AliasedRelationContext aliased && aliased.identifier() != null) {
            name = Names.lower(aliased.identifier());
            names = aliased.columnAliases() == null ? names : aliased.columnAliases();
        }
        Map<List<String>, Integer> lengths = new HashMap<>();
        for (int i = 0; i < Math.min(base.columns().size(), names.identifier().size()); i++) {
            OptionalInt length = base.columns().get(i).origin().isPresent()
                    ? OptionalInt.of(TextLengths.UNBOUNDED)
                    : TextLengths.column(query.base(), i, array, Map.of());
            if (length.isPresent()) {
                String column = Names.lower(names.identifier(i));
                lengths.put(List.of(column), length.getAsInt());
                lengths.put(List.of(name, column), length.getAsInt());
            }
        }
        return lengths;
    }
}
