package dev.trailwise.sql.scan;

import dev.trailwise.sql.Trees;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.ExistsContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;

/** Forms of UNNEST that not every engine takes. */
final class UnnestFindings implements Findings.Check {
    @Override
    public void at(ParseTree node, Findings findings) {
        if (node instanceof ExistsContext exists) {
            Optional<QuerySpecificationContext> select = Trees.plainSelect(exists.query())
                    .filter(plain -> plain.relation().stream().anyMatch(UnnestFindings::unnestsAColumn))
                    .filter(plain -> plain.selectItem().stream()
                            .noneMatch(item -> Trees.contains(item, FunctionCallContext.class)));
            if (select.isPresent()) {
                findings.add(
                        exists,
                        "Athena refuses EXISTS over UNNEST of a column of the query around; write"
                                + " any_match(resources, r -> r.type = '…')");
            }
        } else if (node instanceof AliasedRelationContext relation
                && relation.relationPrimary() instanceof UnnestContext unnest
                && oneNameForARow(relation, unnest)) {
            findings.add(
                    relation,
                    "one name for an array of rows is a row in Athena's examples, an error in Trino; any_match(resources, r -> …), or"
                            + " UNNEST(resources) AS r (arn, accountid, type), means the same on every engine");
        }
    }

    private static boolean unnestsAColumn(ParseTree relation) {
        return Trees.find(relation, UnnestContext.class)
                .filter(unnest -> unnest.expression().stream()
                        .anyMatch(array -> Trees.columnName(array).isPresent()))
                .isPresent();
    }

    private static boolean oneNameForARow(AliasedRelationContext relation, UnnestContext unnest) {
        return unnest.expression().size() == 1
                && unnest.ORDINALITY() == null
                && Trees.columnName(unnest.expression(0))
                        .filter("resources"::equals)
                        .isPresent()
                && relation.columnAliases() != null
                && relation.columnAliases().identifier().size() == 1;
    }
}
