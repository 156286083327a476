package dev.trailwise.sql;

import dev.trailwise.sql.function.Function;
import dev.trailwise.sql.function.FunctionRegistry;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.OrContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryNoWithContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.SampleTypeContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * The condition of a query that only picks events: one SELECT over the table of events, which neither groups them nor
 * looks at others. Such conditions of many queries can be asked in one scan.
 *
 * @param sql the condition as its author wrote it
 * @param eventNames the only values of eventname for which it can be true; empty when it does not say
 * @param anyCase whether the names are in lower case and stand for those in any case
 */
public record EventPredicate(String sql, Set<String> eventNames, boolean anyCase) {
    private static final String TABLE = "cloudtrail";

    public EventPredicate {
        eventNames = Set.copyOf(eventNames);
    }

    /** The condition of a query; nothing when it does more than pick events. */
    public static Optional<EventPredicate> of(ParsedSql query) {
        boolean events = query.tables().size() == 1
                && query.tables().get(0).form() == TableReference.Form.BARE
                && query.tables().get(0).isLogical(Set.of(TABLE));
        if (!events || query.kind() != ParsedSql.Kind.QUERY) {
            return Optional.empty();
        }
        return select(query.query())
                .filter(EventPredicate::picksEvents)
                .map(select -> select.where)
                .map(where -> new EventPredicate(
                        query.text()
                                .text()
                                .substring(
                                        where.getStart().getStartIndex(),
                                        where.getStop().getStopIndex() + 1),
                        eventNames(where).orElse(Set.of()),
                        false));
    }

    private static Optional<QuerySpecificationContext> select(QueryContext query) {
        QueryNoWithContext body = query.queryNoWith();
        boolean cut = body.limit != null || body.offset != null || body.FETCH() != null;
        return query.with() == null
                        && !cut
                        && body.queryTerm() instanceof QueryTermDefaultContext term
                        && term.queryPrimary() instanceof QueryPrimaryDefaultContext primary
                ? Optional.of(primary.querySpecification())
                : Optional.empty();
    }

    private static boolean picksEvents(QuerySpecificationContext select) {
        return select.setQuantifier() == null
                && select.relation().size() == 1
                && select.where != null
                && select.groupBy() == null
                && select.having == null
                && !ParseTrees.contains(select, QueryContext.class)
                && !ParseTrees.contains(select, SampleTypeContext.class)
                && ParseTrees.everywhere(select, FunctionCallContext.class).stream()
                        .noneMatch(call -> call.over() != null || isAggregate(call));
    }

    private static boolean isAggregate(FunctionCallContext call) {
        return call.ASTERISK() != null
                || FunctionRegistry.get().named(call.qualifiedName().getText().toLowerCase(Locale.ROOT)).stream()
                        .anyMatch(function -> function.kind() == Function.Kind.AGGREGATE);
    }

    /** Nothing when the condition can be true for other names too. */
    private static Optional<Set<String>> eventNames(ParserRuleContext condition) {
        for (ParserRuleContext part : ParseTrees.conjuncts(condition)) {
            Optional<Set<String>> names = part instanceof OrContext or ? union(or) : compared(part);
            if (names.isPresent()) {
                return names;
            }
        }
        return Optional.empty();
    }

    private static Optional<Set<String>> union(OrContext or) {
        Set<String> all = new TreeSet<>();
        for (ParserRuleContext part : or.booleanExpression()) {
            Optional<Set<String>> names = eventNames(part);
            if (names.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(names.get());
        }
        return Optional.of(all);
    }

    private static Optional<Set<String>> compared(ParserRuleContext part) {
        if (!(part instanceof PredicatedContext predicated)
                || !ParseTrees.columnName(predicated.valueExpression()).equals(Optional.of("eventname"))) {
            return Optional.empty();
        }
        if (predicated.predicate() instanceof ComparisonContext comparison
                && comparison.comparisonOperator().EQ() != null) {
            return ParseTrees.string(comparison.right).map(Set::of);
        }
        return predicated.predicate() instanceof InListContext list && list.NOT() == null
                ? texts(list.expression())
                : Optional.empty();
    }

    private static Optional<Set<String>> texts(List<? extends ParserRuleContext> expressions) {
        Set<String> texts = new TreeSet<>();
        for (ParserRuleContext expression : expressions) {
            Optional<String> text = ParseTrees.string(expression);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(texts);
    }
}
