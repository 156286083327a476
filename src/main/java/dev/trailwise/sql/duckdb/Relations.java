package dev.trailwise.sql.duckdb;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.duckdb.expression.ExpressionTranslation;
import dev.trailwise.sql.duckdb.expression.UnnestQuery;
import dev.trailwise.sql.duckdb.translation.Ctes;
import dev.trailwise.sql.duckdb.translation.Expr;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.NameScope;
import dev.trailwise.sql.duckdb.translation.NameScope.Column;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.TableField;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.text.SqlLiteral;
import dev.trailwise.table.FileColumn;
import dev.trailwise.table.TableDefinition;
import dev.trailwise.table.TableName;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.JoinRelationContext;
import io.trino.grammar.sql.SqlBaseParser.LateralContext;
import io.trino.grammar.sql.SqlBaseParser.ParenthesizedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.PatternRecognitionContext;
import io.trino.grammar.sql.SqlBaseParser.QualifiedNameContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RelationPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.SampledRelationContext;
import io.trino.grammar.sql.SqlBaseParser.SelectAllContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryRelationContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;

/** The relations in FROM. Every relation gets a name of its own, so that no name can mean two things to DuckDB. */
final class Relations {
    private final Translation translation;
    private final NameScope outer;
    private final Ctes ctes;

    Relations(Translation translation, NameScope outer, Ctes ctes) {
        this.translation = translation;
        this.outer = outer;
        this.ctes = ctes;
    }

    /**
     * A translated relation.
     *
     * @param sql what to write in FROM
     * @param columns its columns
     * @param conditions what must be added to WHERE, of subqueries that were merged into the query around
     */
    record Relation(String sql, List<Column> columns, List<String> conditions) {
        static final Relation NOTHING = new Relation("", List.of(), List.of());

        Relation(String sql, List<Column> columns) {
            this(sql, columns, List.of());
        }

        /** FROM and WHERE of a query that reads it; empty for no relation. */
        String from() {
            return (sql.isEmpty() ? "" : " FROM " + sql)
                    + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        }
    }

    Relation from(List<RelationContext> relations) {
        Relation all = Relation.NOTHING;
        for (RelationContext relation : relations) {
            Optional<AliasedRelationContext> unnest = UnnestQuery.unnest(relation);
            if (unnest.isPresent()) {
                all = unnest(all, unnest.get(), false);
                continue;
            }
            Optional<Laterals> lateral = Laterals.of(relation);
            if (lateral.isPresent()) {
                all = lateral(all, lateral.get());
                continue;
            }
            Relation next = relation(relation, all.columns(), true);
            all = new Relation(
                    all.sql().isEmpty() ? next.sql() : all.sql() + ", " + next.sql(),
                    concat(all.columns(), next.columns()),
                    concat(all.conditions(), next.conditions()));
        }
        return all;
    }

    static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * Translates one relation.
     *
     * @param left the columns to its left, which UNNEST and LATERAL can use
     * @param merge whether conditions of a subquery may move to the query around: not where an outer join adds NULLs
     */
    Relation relation(RelationContext relation, List<Column> left, boolean merge) {
        return relation instanceof JoinRelationContext join
                ? new Joins(translation, this, outer, ctes).join(join, left, merge)
                : sampled(((RelationDefaultContext) relation).sampledRelation(), left, merge);
    }

    Relation sampled(SampledRelationContext sampled, List<Column> left, boolean merge) {
        String sample = sampled.TABLESAMPLE() == null ? "" : sample(sampled);
        PatternRecognitionContext pattern = sampled.patternRecognition();
        if (pattern.MATCH_RECOGNIZE() != null) {
            throw translation.unsupported(pattern, "MATCH_RECOGNIZE");
        }
        Relation relation = aliased(pattern.aliasedRelation(), left, merge);
        return new Relation(relation.sql() + sample, relation.columns(), relation.conditions());
    }

    /** Each row is taken by chance, whatever the others; so a scope may as well be applied to the sample. */
    private String sample(SampledRelationContext sampled) {
        RelationPrimaryContext of =
                sampled.patternRecognition().aliasedRelation().relationPrimary();
        boolean one = of instanceof TableNameContext || of instanceof SubqueryRelationContext;
        if (sampled.sampleType().BERNOULLI() == null || !one) {
            throw translation.unsupported(
                    sampled.sampleType(), "TABLESAMPLE other than BERNOULLI of a table or subquery");
        }
        String percent = sampled.percentage.getText();
        if (!percent.matches("[0-9]{1,3}(\\.[0-9]{0,9})?") || Double.parseDouble(percent) > 100) {
            throw translation.wrong(sampled.percentage, "the percentage of a sample is a number from 0 to 100");
        }
        return " TABLESAMPLE BERNOULLI(" + percent + " PERCENT)";
    }

    /**
     * A relation with the elements of its arrays.
     *
     * @param keep whether a row without elements stays
     */
    Relation unnest(Relation left, AliasedRelationContext unnest, boolean keep) {
        Expressions expressions = new ExpressionTranslation(translation, new NameScope(left.columns(), outer), ctes);
        return new Unnest(translation, expressions).translate(left, unnest, keep);
    }

    /** A relation with the rows of a subquery over elements of its arrays. */
    Relation lateral(Relation left, Laterals lateral) {
        Relation joined = unnest(left, lateral.query().relation(), false);
        int width = left.columns().size();
        List<Column> rows = joined.columns().subList(0, width);
        List<Column> elements = joined.columns().subList(width, joined.columns().size());
        Expressions inside =
                new ExpressionTranslation(translation, new NameScope(elements, new NameScope(rows, outer)), ctes);
        List<Column> own = named(lateral.relation(), lateral.columns(inside));
        return new Relation(joined.sql(), concat(rows, own), concat(joined.conditions(), lateral.conditions(inside)));
    }

    private Relation aliased(AliasedRelationContext aliased, List<Column> left, boolean merge) {
        Relation relation = primary(aliased, left, merge);
        return aliased.relationPrimary() instanceof UnnestContext
                ? relation
                : new Relation(relation.sql(), named(aliased, relation.columns()), relation.conditions());
    }

    /** Columns under the names of an alias, if there is one. */
    private List<Column> named(AliasedRelationContext aliased, List<Column> columns) {
        if (aliased.identifier() == null) {
            return columns;
        }
        List<String> name = List.of(Names.lower(aliased.identifier()));
        List<Column> named = new ArrayList<>();
        boolean renamed = aliased.columnAliases() != null;
        if (renamed) {
            Aliases.check(translation, aliased.columnAliases(), columns.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String shown = renamed ? Names.of(aliased.columnAliases().identifier(i)) : column.name();
            named.add(column.renamed(name, shown));
        }
        return named;
    }

    private Relation primary(AliasedRelationContext aliased, List<Column> left, boolean merge) {
        RelationPrimaryContext relation = aliased.relationPrimary();
        if (relation instanceof TableNameContext table) {
            return table(table, table.qualifiedName());
        }
        if (relation instanceof SubqueryRelationContext subquery) {
            return subquery(subquery, merge);
        }
        if (relation instanceof LateralContext lateral) {
            NameScope scope = new NameScope(left, outer);
            Output output = new QueryTranslation(translation, scope, ctes).query(lateral.query(), false);
            String alias = translation.fresh("r");
            return new Relation("LATERAL (" + output.sql() + ") AS " + alias, output.under(alias, List.of()));
        }
        if (relation instanceof ParenthesizedRelationContext inner) {
            Relation nested = relation(inner.relation(), left, merge);
            return new Relation("(" + nested.sql() + ")", nested.columns(), nested.conditions());
        }
        if (relation instanceof UnnestContext) {
            return unnest(Relation.NOTHING, aliased, false);
        }
        throw translation.unknown(relation);
    }

    Relation table(ParserRuleContext place, QualifiedNameContext name) {
        List<String> parts = new ArrayList<>();
        for (IdentifierContext part : name.identifier()) {
            parts.add(Names.lower(part));
        }
        String alias = translation.fresh("r");
        Optional<Output> cte = parts.size() == 1 ? ctes.find(parts.get(0)) : Optional.empty();
        if (cte.isPresent()) {
            return new Relation(cte.get().sql() + " AS " + alias, cte.get().under(alias, parts));
        }
        TableName table = translation.table(place);
        return new Relation(table.sql() + " AS " + alias, columns(table, alias, parts));
    }

    private List<Column> columns(TableName table, String alias, List<String> name) {
        TableDefinition definition = translation.definition(table);
        Stream<Column> files = translation.fileColumns().stream()
                .map(column -> new Column(
                        name,
                        column.sqlName(),
                        Expr.of(alias + "." + SqlLiteral.identifier(column.sqlName()), type(column)),
                        Optional.of(new TableField(table, column.sqlName())),
                        true));
        Stream<Column> columns = Stream.concat(definition.columns().stream(), definition.partitions().stream())
                .map(column -> new Column(
                        name,
                        column.name(),
                        Expr.of(alias + "." + SqlLiteral.identifier(column.name()), Translation.type(column.type())),
                        Optional.of(new TableField(table, column.name()))));
        return Stream.concat(columns, files).toList();
    }

    private static Type type(FileColumn column) {
        return switch (column) {
            case PATH -> Type.Simple.VARCHAR;
            case SIZE -> Type.Simple.BIGINT;
            case MODIFIED -> Type.Simple.TIMESTAMP_TZ;
        };
    }

    private Relation subquery(SubqueryRelationContext subquery, boolean merge) {
        Optional<QuerySpecificationContext> plain = ParseTrees.plainSelect(subquery.query());
        if (merge && plain.isPresent() && selectsAll(plain.get())) {
            return merged(plain.get());
        }
        Output output = new QueryTranslation(translation, outer, ctes).query(subquery.query(), false);
        String alias = translation.fresh("r");
        return new Relation("(" + output.sql() + ") AS " + alias, output.under(alias, List.of()));
    }

    private static boolean selectsAll(QuerySpecificationContext select) {
        return select.selectItem().size() == 1
                && select.selectItem(0) instanceof SelectAllContext all
                && all.primaryExpression() == null
                && select.setQuantifier() == null
                && select.groupBy() == null
                && select.having == null
                && select.windowDefinition().isEmpty()
                && select.relation().size() == 1
                && select.relation(0) instanceof RelationDefaultContext;
    }

    /** {@code (SELECT * FROM t WHERE …)}, the shape of a scope, as t itself: DuckDB then reads only what is used. */
    private Relation merged(QuerySpecificationContext select) {
        Relation inner = relation(select.relation(0), List.of(), true);
        List<Column> columns = inner.columns().stream()
                .map(column -> column.renamed(List.of(), column.name()))
                .toList();
        if (select.where == null) {
            return new Relation(inner.sql(), columns, inner.conditions());
        }
        Expressions expressions = new ExpressionTranslation(translation, new NameScope(inner.columns(), outer), ctes);
        return new Relation(
                inner.sql(), columns, concat(inner.conditions(), List.of(expressions.condition(select.where))));
    }
}
