package dev.trailwise.sigma.sql;

import dev.trailwise.sigma.rule.DateUnit;
import dev.trailwise.sigma.rule.Operator;
import dev.trailwise.sigma.rule.Test;
import dev.trailwise.sql.text.SqlLiteral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the tests of a value that is text. None of them fails, whatever the text. */
final class Tests {
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private Tests() {}

    /** The condition that a text passes one of these, in brackets where it needs them. */
    static String anyOf(String sql, List<Test> tests) {
        Map<Boolean, List<String>> equal = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        for (Test test : tests) {
            if (test instanceof Test.Text text && text.pattern().literal().isPresent()) {
                String literal = text.pattern().literal().get();
                equal.computeIfAbsent(text.cased(), any -> new ArrayList<>())
                        .add(text.cased() ? literal : Texts.lower(literal));
            } else {
                conditions.add(of(sql, test));
            }
        }
        equal.forEach((cased, texts) -> conditions.add(
                0, in(cased || texts.stream().noneMatch(Texts::hasLetters) ? sql : "lower(" + sql + ")", texts)));
        List<String> distinct = conditions.stream().distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : "(" + String.join(" OR ", distinct) + ")";
    }

    private static String in(String sql, List<String> texts) {
        List<String> literals = texts.stream().distinct().map(SqlLiteral::text).toList();
        return literals.size() == 1 ? sql + " = " + literals.get(0) : sql + " IN (" + SqlLiteral.list(literals) + ")";
    }

    static String of(String sql, Test test) {
        if (test instanceof Test.Text text) {
            return Texts.like(sql, text.pattern(), text.cased());
        }
        if (test instanceof Test.Regex regex) {
            return "regexp_like(" + sql + ", " + SqlLiteral.text(regex.pattern()) + ")";
        }
        if (test instanceof Test.InNetwork in) {
            String contains =
                    "contains(" + SqlLiteral.text(in.network().cidr()) + ", TRY_CAST(" + sql + " AS ipaddress))";
            // Athena has IPv4 addresses in an IPv6 network, in which they are not.
            return in.network().cidr().startsWith("0:0:0:0:0:")
                    ? "(" + sql + " LIKE '%:%' AND " + contains + ")"
                    : contains;
        }
        if (test instanceof Test.Compared compared) {
            return "TRY_CAST(" + sql + " AS double) " + compared.operator().sql() + " " + number(compared.number());
        }
        if (test instanceof Test.DatePart part) {
            return part(sql, part.unit()) + " " + part.operator().sql() + " " + SqlLiteral.integer(part.number());
        }
        if (test instanceof Test.Present) {
            return sql + " IS NOT NULL";
        }
        throw new IllegalStateException("not a test of one value: " + test);
    }

    private static String number(BigDecimal number) {
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("the number " + number + " is too large");
        }
        String text = Double.toString(value);
        return text.contains("E") ? text : text + "E0";
    }

    /** Dates are compared as they are written. */
    private static String part(String sql, DateUnit unit) {
        if (unit == DateUnit.WEEK) {
            return "week(TRY_CAST(regexp_extract(" + sql + ", '^" + DATE + "') AS date))";
        }
        String before = switch (unit) {
            case YEAR -> "^([0-9]{4})-[0-9]{2}-[0-9]{2}";
            case MONTH -> "^[0-9]{4}-([0-9]{2})-[0-9]{2}";
            case DAY -> "^[0-9]{4}-[0-9]{2}-([0-9]{2})";
            case HOUR -> "^" + DATE + "[T ]([0-9]{2}):[0-9]{2}";
            default -> "^" + DATE + "[T ][0-9]{2}:([0-9]{2})";
        };
        return "TRY_CAST(regexp_extract(" + sql + ", '" + before + "', 1) AS bigint)";
    }

    /** The condition that a text is like another one. */
    static String alike(String sql, String other, Test.LikeField like) {
        String one = like.cased() ? sql : "lower(" + sql + ")";
        String two = like.cased() ? other : "lower(" + other + ")";
        if (like.anyStart() && like.anyEnd()) {
            return "strpos(" + one + ", " + two + ") > 0";
        }
        if (like.anyEnd()) {
            return "starts_with(" + one + ", " + two + ")";
        }
        return like.anyStart()
                ? "(" + two + " = '' AND " + one + " IS NOT NULL OR substr(" + one + ", -length(" + two + ")) = " + two
                        + ")"
                : one + " " + Operator.EQ.sql() + " " + two;
    }
}
