package dev.trailwise.sql.scan;

import dev.trailwise.sql.ParseTrees;
import io.trino.grammar.sql.SqlBaseParser.BetweenContext;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Partition columns compared with what none of them is, or in a way that may keep Athena from leaving out partitions. */
final class PartitionLint implements LintCheck {
    private static final Set<String> PARTITIONS = Set.of("account", "region", "day");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}(/[0-9]{0,2}(/[0-9]{0,2})?)?");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    @Override
    public void at(ParseTree node, BiConsumer<ParserRuleContext, String> lints) {
        if (!(node instanceof PredicatedContext predicated) || predicated.predicate() == null) {
            return;
        }
        List<ParserRuleContext> others = new ArrayList<>();
        if (predicated.predicate() instanceof ComparisonContext comparison) {
            others.add(comparison.right);
            column(comparison.right).ifPresent(column -> literal(column, predicated.valueExpression, lints));
            wrapped(comparison.right, predicated.valueExpression, lints);
        } else if (predicated.predicate() instanceof BetweenContext between) {
            others.add(between.lower);
            others.add(between.upper);
        } else if (predicated.predicate() instanceof InListContext list) {
            others.addAll(list.expression());
        }
        column(predicated.valueExpression).ifPresent(column -> others.forEach(other -> literal(column, other, lints)));
        others.forEach(other -> wrapped(predicated.valueExpression, other, lints));
    }

    private static Optional<String> column(ParserRuleContext expression) {
        return ParseTrees.columnName(expression).filter(PARTITIONS::contains);
    }

    private static void literal(String column, ParserRuleContext value, BiConsumer<ParserRuleContext, String> lints) {
        boolean wrong = ParseTrees.string(value)
                .filter(literal -> !pattern(column).matcher(literal).matches())
                .isPresent();
        if (wrong) {
            lints.accept(value, "no " + column + " is written like this; write " + example(column));
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

    private static void wrapped(
            ParserRuleContext side, ParserRuleContext other, BiConsumer<ParserRuleContext, String> lints) {
        ParserRuleContext only = ParseTrees.unwrap(side);
        Optional<String> column = Optional.empty();
        if (only instanceof CastContext cast) {
            column = column(cast.expression());
        } else if (only instanceof FunctionCallContext call) {
            column = call.expression().stream()
                    .flatMap(argument -> column(argument).stream())
                    .findFirst();
        }
        if (column.isPresent() && ParseTrees.string(other).isPresent()) {
            lints.accept(
                    side,
                    "whether Athena leaves out partitions for a function of " + column.get()
                            + " is not sure, so that the estimate counts them all; compare the bare column, "
                            + example(column.get()));
        }
    }
}
