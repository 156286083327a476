package dev.trailwise.sigma;

import dev.trailwise.sigma.rule.Condition;
import dev.trailwise.sigma.rule.Correlation;
import dev.trailwise.sigma.rule.CorrelationType;
import dev.trailwise.sigma.sql.FieldTexts;
import dev.trailwise.sql.text.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a correlation of rules as a statement of its own: a row for each window that matches. */
final class CorrelationSql {
    private static final String NUMBER = "^-?[0-9]{1,15}([.][0-9]{1,9})?$";
    private static final String SECOND =
            "CAST(floor(to_unixtime(from_iso8601_timestamp(eventtime))) AS bigint) AS second";

    private final Correlation correlation;
    private final List<SigmaCorrelation.OfRule> rules;
    private final String table;
    private final List<String> joins = new ArrayList<>();
    private final List<String> columns = new ArrayList<>(List.of("eventtime", SECOND));
    private final List<String> groups = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    private CorrelationSql(SigmaCorrelation of, String table) {
        this.correlation = of.correlation();
        this.rules = of.references().stream()
                .map(reference -> (SigmaCorrelation.OfRule) reference)
                .toList();
        this.table = table;
    }

    /** Whether it is one statement: not if it refers to other correlations. */
    static boolean isStatement(SigmaCorrelation correlation) {
        return correlation.references().stream().allMatch(SigmaCorrelation.OfRule.class::isInstance);
    }

    static String of(SigmaCorrelation correlation, String table) {
        return new CorrelationSql(correlation, table).sql();
    }

    private String sql() {
        String events = events();
        List<String> shown = new ArrayList<>(List.of("first_seen", "eventtime AS last_seen"));
        for (int i = 0; i < groups.size(); i++) {
            String name = correlation.groupBy().get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_");
            shown.add("group_" + i + " AS \"" + name + "\"");
        }
        shown.add("result");
        return "SELECT DISTINCT " + String.join(", ", shown) + "\nFROM (" + windows(events) + ")\nWHERE " + holds()
                + "\nORDER BY "
                + IntStream.rangeClosed(1, shown.size())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", "));
    }

    /** The events that the rules match, each once in each of its groups. */
    private String events() {
        boolean several = rules.size() > 1;
        if (several) {
            joins.add("CROSS JOIN UNNEST(ARRAY[" + numbers() + "]) AS rules (rule)");
        }
        if (correlation.type() != CorrelationType.VALUE_COUNT) {
            columns.add("eventid");
        }
        if (correlation.type().isTemporal()) {
            columns.add(several ? "rule" : "1 AS rule");
        }
        for (int i = 0; i < correlation.groupBy().size(); i++) {
            int place = i;
            column(
                    "group_" + i,
                    rules.stream().map(rule -> rule.fields().get(place)).toList());
            groups.add("group_" + i);
        }
        correlation.field().ifPresent(field -> {
            column("text", List.of(field));
            if (correlation.type().isOfNumbers()) {
                conditions.add("regexp_like(text, " + SqlLiteral.text(NUMBER) + ")");
            }
        });
        String matched = IntStream.range(0, rules.size())
                .mapToObj(i -> (several ? "rule = " + (i + 1) + " AND " : "") + "("
                        + rules.get(i).rule().predicate().sql() + ")")
                .collect(Collectors.joining(" OR "));
        String where = conditions.isEmpty() ? "" : "\nWHERE " + String.join(" AND ", conditions);
        return "SELECT DISTINCT *\nFROM (SELECT " + String.join(", ", columns) + "\nFROM " + table
                + joins.stream().map(join -> "\n" + join).collect(Collectors.joining()) + "\nWHERE " + matched + ")"
                + where;
    }

    private String numbers() {
        return IntStream.rangeClosed(1, rules.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    /** @param fields the field for each rule, or one for all */
    private void column(String name, List<String> fields) {
        conditions.add(name + " IS NOT NULL");
        if (fields.stream().anyMatch(FieldTexts::areSeveral)) {
            joins.add("CROSS JOIN UNNEST("
                    + byRule(fields.stream().map(FieldTexts::array).toList()) + ") AS several_" + name + " (" + name
                    + ")");
            columns.add(name);
        } else {
            columns.add(byRule(fields.stream().map(FieldTexts::one).toList()) + " AS " + name);
        }
    }

    private static String byRule(List<String> expressions) {
        if (expressions.stream().distinct().count() == 1) {
            return expressions.get(0);
        }
        return IntStream.range(0, expressions.size())
                .mapToObj(i -> "WHEN " + (i + 1) + " THEN " + expressions.get(i))
                .collect(Collectors.joining(" ", "CASE rule ", " END"));
    }

    private String windows(String events) {
        String window = over("RANGE BETWEEN " + correlation.timespan().toSeconds() + " PRECEDING AND CURRENT ROW");
        String from = " FROM (" + events + ")";
        String first = "SELECT *, min(eventtime) " + window + " AS first_seen, ";
        return switch (correlation.type()) {
            case EVENT_COUNT -> first + "count(*) " + window + " AS result" + from;
            case VALUE_COUNT -> first + "cardinality(array_distinct(array_agg(text) " + window + ")) AS result" + from;
            case VALUE_SUM -> first + "sum(CAST(text AS double)) " + window + " AS result" + from;
            case VALUE_AVG -> first + "avg(CAST(text AS double)) " + window + " AS result" + from;
            case VALUE_MIN -> first + "min(CAST(text AS double)) " + window + " AS result" + from;
            case VALUE_MAX -> first + "max(CAST(text AS double)) " + window + " AS result" + from;
            case VALUE_MEDIAN ->
                "SELECT *, (numbers[(cardinality(numbers) + 1) / 2] + numbers[cardinality(numbers) / 2 + 1]) / 2 AS result"
                        + " FROM (" + first + "array_sort(array_agg(CAST(text AS double)) " + window + ") AS numbers"
                        + from
                        + ")";
            case TEMPORAL ->
                "SELECT *, " + each(" + ", "matched_") + " AS result FROM (" + first
                        + IntStream.rangeClosed(1, rules.size())
                                .mapToObj(i -> "max(IF(rule = " + i + ", 1, 0)) " + window + " AS matched_" + i)
                                .collect(Collectors.joining(", "))
                        + from + ")";
            case TEMPORAL_ORDERED -> inOrder(first + "IF(rule = 1, second) AS start_1" + from);
        };
    }

    private String each(String separator, String prefix) {
        return IntStream.rangeClosed(1, rules.size()).mapToObj(i -> prefix + i).collect(Collectors.joining(separator));
    }

    /** For each match of a rule, the latest start of matches of those before it in their order. */
    private String inOrder(String first) {
        String sql = first;
        for (int i = 2; i <= rules.size(); i++) {
            sql = "SELECT *, IF(rule = " + i + ", max(start_" + (i - 1) + ") "
                    + over("RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW") + ") AS start_" + i + " FROM (" + sql
                    + ")";
        }
        return "SELECT *, " + rules.size() + " AS result FROM (" + sql + ")";
    }

    private String over(String frame) {
        return "OVER (" + (groups.isEmpty() ? "" : "PARTITION BY " + String.join(", ", groups) + " ")
                + "ORDER BY second " + frame + ")";
    }

    private String holds() {
        if (correlation.type() == CorrelationType.TEMPORAL_ORDERED) {
            return "start_" + rules.size() + " >= second - "
                    + correlation.timespan().toSeconds();
        }
        return correlation
                .condition()
                .rules()
                .map(this::written)
                .orElseGet(() -> correlation.condition().bounds().stream()
                        .map(bound -> "result " + bound.comparison().sql() + " "
                                + bound.number().toPlainString())
                        .collect(Collectors.joining(" AND ")));
    }

    private String written(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().map(this::written).collect(Collectors.joining(" AND ", "(", ")"));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().map(this::written).collect(Collectors.joining(" OR ", "(", ")"));
        }
        if (condition instanceof Condition.Not not) {
            return "NOT " + written(not.part());
        }
        String rule = ((Condition.Match) condition).field();
        return "matched_" + (correlation.rules().indexOf(rule) + 1) + " = 1";
    }
}
