package dev.trailwise.sql.scan;

import dev.trailwise.sql.ParseTrees;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * A service that logs in us-east-1, queried with another Region.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html">Global service
 *     events</a>
 */
final class RegionLint implements LintCheck {
    private static final String HOME = "us-east-1";
    private static final Map<String, String> GLOBAL = Map.of(
            "iam.amazonaws.com", "IAM logs in us-east-1",
            "cloudfront.amazonaws.com", "CloudFront logs in us-east-1",
            "sts.amazonaws.com", "STS logs what its global endpoint did in us-east-1",
            "signin.amazonaws.com", "most console sign-ins are logged in us-east-1");

    @Override
    public void at(ParseTree node, BiConsumer<ParserRuleContext, String> lints) {
        if (!(node instanceof QuerySpecificationContext select) || select.where == null) {
            return;
        }
        List<ParserRuleContext> conditions = ParseTrees.conjuncts(select.where);
        for (ParserRuleContext condition : conditions) {
            Optional<Set<String>> regions =
                    values(condition, Set.of("region", "awsregion")).filter(values -> !values.contains(HOME));
            if (regions.isPresent()) {
                conditions.stream()
                        .flatMap(other -> values(other, Set.of("eventsource")).stream())
                        .flatMap(Set::stream)
                        .flatMap(source -> Optional.ofNullable(GLOBAL.get(source)).stream())
                        .findFirst()
                        .ifPresent(global -> lints.accept(condition, global + ", which this leaves out"));
            }
        }
    }

    /** The texts that a condition says a column is one of. */
    private static Optional<Set<String>> values(ParserRuleContext condition, Set<String> columns) {
        if (!(condition instanceof PredicatedContext predicated)
                || predicated.predicate() == null
                || ParseTrees.columnName(predicated.valueExpression)
                        .filter(columns::contains)
                        .isEmpty()) {
            return Optional.empty();
        }
        Set<String> values = new TreeSet<>();
        if (predicated.predicate() instanceof ComparisonContext comparison
                && comparison.comparisonOperator().getText().equals("=")) {
            ParseTrees.string(comparison.right).ifPresent(values::add);
        } else if (predicated.predicate() instanceof InListContext list && list.NOT() == null) {
            list.expression().forEach(item -> ParseTrees.string(item).ifPresent(values::add));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }
}
