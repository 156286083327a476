package dev.trailwise.sql;

import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.BetweenContext;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.PrimaryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Looks through a query for what matches nothing, reads too much, or means another thing on another engine. */
public final class Findings {
    private static final Set<String> PARTITIONS = Set.of("account", "region", "day");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}(/[0-9]{0,2}(/[0-9]{0,2})?)?");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private final ParsedSql sql;
    private final List<Finding> found = new ArrayList<>();

    private Findings(ParsedSql sql) {
        this.sql = sql;
    }

    /** What there is to say of a query, in the order of its text. */
    public static List<Finding> of(ParsedSql sql) {
        Findings findings = new Findings(sql);
        findings.walk(sql.query());
        return List.copyOf(findings.found);
    }

    private void walk(ParseTree node) {
        if (node instanceof PredicatedContext predicated && predicated.predicate() != null) {
            predicate(predicated);
        }
        if (node instanceof AliasedRelationContext relation
                && relation.relationPrimary() instanceof UnnestContext unnest) {
            unnest(relation, unnest);
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            walk(node.getChild(i));
        }
    }

    private void predicate(PredicatedContext predicated) {
        List<ParserRuleContext> others = new ArrayList<>();
        if (predicated.predicate() instanceof ComparisonContext comparison) {
            others.add(comparison.right);
            partition(comparison.right).ifPresent(column -> literal(column, predicated.valueExpression));
            wrapped(comparison.right, predicated.valueExpression);
        } else if (predicated.predicate() instanceof BetweenContext between) {
            others.add(between.lower);
            others.add(between.upper);
        } else if (predicated.predicate() instanceof InListContext list) {
            for (ExpressionContext item : list.expression()) {
                others.add(item);
            }
        }
        partition(predicated.valueExpression).ifPresent(column -> others.forEach(other -> literal(column, other)));
        others.forEach(other -> wrapped(predicated.valueExpression, other));
    }

    private static Optional<String> partition(ParserRuleContext expression) {
        if (!(Trees.unwrap(expression) instanceof PrimaryExpressionContext primary)) {
            return Optional.empty();
        }
        List<String> path = Trees.path(primary);
        return path.isEmpty() || path.size() > 2
                ? Optional.empty()
                : Optional.of(path.get(path.size() - 1)).filter(PARTITIONS::contains);
    }

    private void literal(String column, ParserRuleContext value) {
        Optional<String> text = Trees.string(value);
        boolean wrong = text.filter(literal -> !pattern(column).matcher(literal).matches())
                .isPresent();
        if (wrong) {
            add(value, "no " + column + " is written like this; write " + example(column));
        }
    }

    private static Pattern pattern(String column) {
        return switch (column) {
            case "day" -> DAY;
            case "region" -> REGION;
            default -> ACCOUNT;
        };
    }

    private static String example(String column) {
        return switch (column) {
            case "day" -> "days as '2026/11/01'";
            case "region" -> "Regions as 'us-east-1'";
            default -> "accounts as twelve digits, '111122223333'";
        };
    }

    /** A function or cast of a partition column compared with a literal: Athena then reads every partition. */
    private void wrapped(ParserRuleContext side, ParserRuleContext other) {
        ParserRuleContext only = Trees.unwrap(side);
        ParserRuleContext inner = only instanceof CastContext cast ? cast.expression() : null;
        if (only instanceof FunctionCallContext call) {
            inner = call.expression().stream()
                    .filter(argument -> partition(argument).isPresent())
                    .findFirst()
                    .orElse(null);
        }
        Optional<String> column = inner == null ? Optional.empty() : partition(inner);
        if (column.isPresent() && Trees.string(other).isPresent()) {
            add(
                    side,
                    "a function around " + column.get()
                            + " keeps Athena from leaving out partitions; compare the bare column, "
                            + example(column.get()));
        }
    }

    private void unnest(AliasedRelationContext relation, UnnestContext unnest) {
        boolean resources = unnest.expression().size() == 1
                && Trees.unwrap(unnest.expression(0)) instanceof PrimaryExpressionContext primary
                && !Trees.path(primary).isEmpty()
                && Trees.path(primary).get(Trees.path(primary).size() - 1).equals("resources");
        boolean one = relation.columnAliases() != null
                && relation.columnAliases().identifier().size() == 1;
        if (resources && one && unnest.ORDINALITY() == null) {
            add(
                    relation,
                    "one name for an array of rows is a row in Athena's examples, an error in Trino; any_match(resources, r -> …), or"
                            + " UNNEST(resources) AS r (arn, accountid, type), means the same on every engine");
        }
    }

    private void add(ParserRuleContext at, String message) {
        found.add(new Finding(sql.text().authorPosition(at.getStart().getStartIndex()), message));
    }
}
