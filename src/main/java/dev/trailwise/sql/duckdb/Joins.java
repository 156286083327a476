package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.Relations.Relation;
import dev.trailwise.sql.duckdb.expression.ExpressionTranslation;
import dev.trailwise.sql.duckdb.expression.UnnestQuery;
import dev.trailwise.sql.duckdb.translation.Ctes;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.NameScope;
import dev.trailwise.sql.duckdb.translation.NameScope.Column;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Coercion;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.Excerpt;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.JoinRelationContext;
import io.trino.grammar.sql.SqlBaseParser.JoinTypeContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins. USING is written out as ON, since the two engines order its columns differently. */
final class Joins {
    private final Translation translation;
    private final Relations relations;
    private final NameScope outer;
    private final Ctes ctes;

    Joins(Translation translation, Relations relations, NameScope outer, Ctes ctes) {
        this.translation = translation;
        this.relations = relations;
        this.outer = outer;
        this.ctes = ctes;
    }

    private enum Kind {
        INNER,
        LEFT,
        RIGHT,
        FULL
    }

    Relation join(JoinRelationContext join, List<Column> before, boolean merge) {
        if (join.NATURAL() != null) {
            throw translation.wrong(join, "Athena has no NATURAL JOIN; name the columns with USING");
        }
        if (join.CROSS() != null) {
            Relation left = relations.relation(join.left, before, merge);
            Optional<AliasedRelationContext> unnest = UnnestQuery.unnest(join.right);
            if (unnest.isPresent()) {
                return relations.unnest(left, unnest.get(), false);
            }
            Optional<Laterals> lateral = Laterals.of(join.right);
            if (lateral.isPresent() && merge && before.isEmpty()) {
                return relations.lateral(left, lateral.get());
            }
            Relation right = relations.sampled(join.right, Relations.concat(before, left.columns()), merge);
            return new Relation(
                    left.sql() + " CROSS JOIN " + right.sql(),
                    Relations.concat(left.columns(), right.columns()),
                    Relations.concat(left.conditions(), right.conditions()));
        }
        Kind kind = kind(join.joinType());
        Relation left = relations.relation(join.left, before, merge && (kind == Kind.INNER || kind == Kind.LEFT));
        Optional<AliasedRelationContext> unnest = UnnestQuery.unnest(join.rightRelation);
        if (unnest.isPresent()) {
            checkUnnest(join, kind);
            return relations.unnest(left, unnest.get(), kind == Kind.LEFT);
        }
        Relation right = relations.relation(
                join.rightRelation,
                Relations.concat(before, left.columns()),
                merge && (kind == Kind.INNER || kind == Kind.RIGHT));
        List<String> conditions = Relations.concat(left.conditions(), right.conditions());
        String words = left.sql() + " " + kind + " JOIN " + nested(join, right.sql()) + " ON ";
        if (join.joinCriteria().ON() != null) {
            Optional<QueryContext> subquery = ParseTrees.find(join.joinCriteria(), QueryContext.class);
            if (kind != Kind.INNER && subquery.isPresent()) {
                throw translation.unsupported(subquery.get(), "a subquery in the ON of an outer join");
            }
            List<Column> columns = Relations.concat(left.columns(), right.columns());
            Expressions expressions = new ExpressionTranslation(
                    translation, new NameScope(Relations.concat(before, columns), outer), ctes);
            return new Relation(
                    words + expressions.condition(join.joinCriteria().booleanExpression()), columns, conditions);
        }
        return using(join, kind, words, left, right, conditions);
    }

    /** Trino joins with UNNEST on TRUE only. */
    private void checkUnnest(JoinRelationContext join, Kind kind) {
        if (kind == Kind.RIGHT || kind == Kind.FULL) {
            throw translation.unsupported(join.joinType(), kind + " JOIN with UNNEST");
        }
        boolean all = join.joinCriteria().ON() != null
                && ParseTrees.unwrap(join.joinCriteria().booleanExpression())
                        .getText()
                        .equalsIgnoreCase("true");
        if (!all) {
            throw translation.wrong(
                    join.joinCriteria(), kind + " JOIN with UNNEST takes only ON TRUE; put conditions into WHERE");
        }
    }

    private static String nested(JoinRelationContext join, String right) {
        return join.rightRelation instanceof JoinRelationContext ? "(" + right + ")" : right;
    }

    private static Kind kind(JoinTypeContext type) {
        if (type.LEFT() != null) {
            return Kind.LEFT;
        }
        if (type.RIGHT() != null) {
            return Kind.RIGHT;
        }
        return type.FULL() != null ? Kind.FULL : Kind.INNER;
    }

    /** The joined columns come first, once, and belong to neither side. */
    private Relation using(
            JoinRelationContext join, Kind kind, String words, Relation left, Relation right, List<String> conditions) {
        List<Column> joined = new ArrayList<>();
        List<Column> leftRest = new ArrayList<>(left.columns());
        List<Column> rightRest = new ArrayList<>(right.columns());
        List<String> equal = new ArrayList<>();
        for (IdentifierContext name : join.joinCriteria().identifier()) {
            Column a = only(name, left.columns());
            Column b = only(name, right.columns());
            Type type = Coercion.common(a.value().type(), b.value().type())
                    .orElseThrow(() -> translation.wrong(
                            name,
                            "cannot join " + a.value().type() + " with "
                                    + b.value().type()));
            translation.use(a.origin());
            translation.use(b.origin());
            equal.add(a.value().sql() + " = " + b.value().sql());
            joined.add(new Column(List.of(), a.name(), Expr.of(merged(kind, a, b), type)));
            leftRest.remove(a);
            rightRest.remove(b);
        }
        List<Column> columns = Relations.concat(joined, Relations.concat(leftRest, rightRest));
        return new Relation(words + String.join(" AND ", equal), columns, conditions);
    }

    private static String merged(Kind kind, Column left, Column right) {
        return switch (kind) {
            case INNER, LEFT -> left.value().sql();
            case RIGHT -> right.value().sql();
            case FULL -> "coalesce(" + left.value().sql() + ", " + right.value().sql() + ")";
        };
    }

    private Column only(IdentifierContext name, List<Column> columns) {
        List<Column> found =
                columns.stream().filter(column -> column.named(Names.of(name))).toList();
        if (found.size() != 1) {
            throw translation.wrong(
                    name,
                    (found.isEmpty() ? "no column " : "more than one column ") + Excerpt.neutral(Names.of(name))
                            + " on one side of this join");
        }
        return found.get(0);
    }
}
