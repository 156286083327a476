package dev.trailwise.sql.scan;

import dev.trailwise.sql.ParseTrees;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.ExistsContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Forms of UNNEST that not every engine takes. */
final class UnnestLint implements LintCheck {
    @Override
    public void at(ParseTree node, BiConsumer<ParserRuleContext, String> lints) {
        if (node instanceof ExistsContext exists) {
            Optional<QuerySpecificationContext> select = ParseTrees.plainSelect(exists.query())
                    .filter(plain -> plain.relation().stream().anyMatch(UnnestLint::unnestsAColumn))
                    .filter(plain -> plain.selectItem().stream()
                            .noneMatch(item -> ParseTrees.contains(item, FunctionCallContext.class)));
            if (select.isPresent()) {
                lints.accept(
                        exists,
                        "Athena refuses EXISTS over UNNEST of a column of the query around; write"
                                + " any_match(resources, r -> r.type = '…')");
            }
        } else if (node instanceof AliasedRelationContext relation
                && relation.relationPrimary() instanceof UnnestContext unnest
                && oneNameForARow(relation, unnest)) {
            lints.accept(
                    relation,
                    "one name for an array of rows is a row in Athena's examples, an error in Trino; any_match(resources, r -> …), or"
                            + " UNNEST(resources) AS r (arn, accountid, type), means the same on every engine");
        }
    }

    private static boolean unnestsAColumn(ParseTree relation) {
        return ParseTrees.find(relation, UnnestContext.class)
                .filter(unnest -> unnest.expression().stream()
                        .anyMatch(array -> ParseTrees.columnName(array).isPresent()))
                .isPresent();
    }

    private static boolean oneNameForARow(AliasedRelationContext relation, UnnestContext unnest) {
        return unnest.expression().size() == 1
                && unnest.ORDINALITY() == null
                && ParseTrees.columnName(unnest.expression(0))
                        .filter("resources"::equals)
                        .isPresent()
                && relation.columnAliases() != null
                && relation.columnAliases().identifier().size() == 1;
    }
}
