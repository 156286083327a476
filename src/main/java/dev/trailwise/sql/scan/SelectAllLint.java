package dev.trailwise.sql.scan;

import dev.trailwise.sql.ParseTrees;
import dev.trailwise.sql.ParsedSql;
import io.trino.grammar.sql.SqlBaseParser.QueryNoWithContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.SelectAllContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryRelationContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import java.util.function.BiConsumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** All columns of a table of logs as the answer, of as many events as there are. */
final class SelectAllLint implements LintCheck {
    private final ParsedSql sql;

    SelectAllLint(ParsedSql sql) {
        this.sql = sql;
    }

    @Override
    public void at(ParseTree node, BiConsumer<ParserRuleContext, String> lints) {
        if (node != sql.query()) {
            return;
        }
        QueryNoWithContext answer = sql.query().queryNoWith();
        if (answer.limit == null
                && answer.FETCH() == null
                && answer.queryTerm() instanceof QueryTermDefaultContext term
                && term.queryPrimary() instanceof QueryPrimaryDefaultContext primary
                && readsATable(primary.querySpecification())) {
            primary.querySpecification().selectItem().stream()
                    .filter(item -> item instanceof SelectAllContext all && all.primaryExpression() == null)
                    .findFirst()
                    .ifPresent(all -> lints.accept(
                            all,
                            "* is every column of every event, and Athena's bill is the same for a few; name those that"
                                    + " you look at, or add a LIMIT"));
        }
    }

    /** Whether all its columns are those of a table, by itself or with the scope around it. */
    private boolean readsATable(QuerySpecificationContext select) {
        if (select.relation().size() != 1 || !(select.relation(0) instanceof RelationDefaultContext relation)) {
            return false;
        }
        var primary = relation.sampledRelation()
                .patternRecognition()
                .aliasedRelation()
                .relationPrimary();
        if (primary instanceof SubqueryRelationContext subquery) {
            return ParseTrees.plainSelect(subquery.query())
                    .filter(inner -> inner.selectItem().size() == 1 && inner.selectItem(0) instanceof SelectAllContext)
                    .filter(this::readsATable)
                    .isPresent();
        }
        int start = primary.getStart().getStartIndex();
        return primary instanceof TableNameContext
                && sql.tables().stream().anyMatch(reference -> reference.start() == start);
    }
}
