package dev.trailwise.sigma.sql;

import dev.trailwise.sigma.rule.Condition;
import dev.trailwise.sigma.rule.Refusal;
import dev.trailwise.sigma.rule.Test;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a condition. A part that is NULL, because a field is absent, counts as false: AND and OR keep that as long as
 * nothing is negated, and what is negated is made FALSE before.
 */
final class PredicateWriter {
    static final String NEVER = "FALSE";
    static final String ALWAYS = "TRUE";

    private final Set<String> notes = new LinkedHashSet<>();

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** A condition that needs no brackets beside AND. */
    String write(Condition condition) {
        if (condition instanceof Condition.All all) {
            List<String> parts = all.parts().stream()
                    .map(this::write)
                    .filter(part -> !part.equals(ALWAYS))
                    .distinct()
                    .toList();
            return parts.contains(NEVER) ? NEVER : parts.isEmpty() ? ALWAYS : String.join(" AND ", parts);
        }
        if (condition instanceof Condition.Any any) {
            return bracketed(any(any));
        }
        if (condition instanceof Condition.Not not) {
            return not(not.part());
        }
        if (condition instanceof Condition.Keyword keyword) {
            return keywords(List.of(keyword.test()));
        }
        Condition.Match match = (Condition.Match) condition;
        return match(match.field(), List.of(match));
    }

    private static String bracketed(List<String> alternatives) {
        List<String> distinct = alternatives.stream()
                .filter(part -> !part.equals(NEVER))
                .distinct()
                .toList();
        if (distinct.isEmpty()) {
            return NEVER;
        }
        return distinct.contains(ALWAYS)
                ? ALWAYS
                : distinct.size() == 1 ? distinct.get(0) : "(" + String.join(" OR ", distinct) + ")";
    }

    private String not(Condition part) {
        if (part instanceof Condition.Match match && match.test() instanceof Test.Present) {
            Field field = field(match);
            if (field instanceof Field.Text || field instanceof Field.Document || field instanceof Field.Whole) {
                return Values.plain(field) + " IS NULL";
            }
        }
        String written = write(part);
        return switch (written) {
            case NEVER -> ALWAYS;
            case ALWAYS -> NEVER;
            default -> "NOT coalesce(" + written + ", FALSE)";
        };
    }

    /** Tests of the same field are asked of its values together, and so are keywords. */
    private List<String> any(Condition.Any any) {
        Map<String, List<Condition.Match>> byField = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        List<Test> keywords = new ArrayList<>();
        for (Condition part : any.parts()) {
            if (part instanceof Condition.Keyword keyword) {
                keywords.add(keyword.test());
            } else if (part instanceof Condition.Match match && isOfOneValue(match.test())) {
                byField.computeIfAbsent(match.field(), name -> new ArrayList<>())
                        .add(match);
            } else {
                conditions.add(write(part));
            }
        }
        byField.forEach((field, matches) -> conditions.add(match(field, matches)));
        if (!keywords.isEmpty()) {
            conditions.add(keywords(keywords));
        }
        return conditions;
    }

    private static boolean isOfOneValue(Test test) {
        return !(test instanceof Test.LikeField) && !(test instanceof Test.Present);
    }

    /** @param matches tests of the field; one of another than its values alone */
    private String match(String name, List<Condition.Match> matches) {
        Condition.Match first = matches.get(0);
        Field field = field(first);
        if (first.test() instanceof Test.LikeField like) {
            return alike(first, field, like);
        }
        if (field instanceof Field.Unknown) {
            return NEVER;
        }
        if (first.test() instanceof Test.Present) {
            return Values.present(field);
        }
        checkHasText(first, name, field);
        List<Test> tests = matches.stream().map(Condition.Match::test).toList();
        try {
            return values(field, tests);
        } catch (IllegalArgumentException notInSql) {
            throw new Refusal(first.line(), name + ": " + notInSql.getMessage());
        }
    }

    private static String values(Field field, List<Test> tests) {
        List<Test> asJson =
                tests.stream().flatMap(test -> inJsonString(test).stream()).toList();
        if (asJson.isEmpty()) {
            return Values.any(field, "v", value -> Tests.anyOf(value, tests));
        }
        if (field instanceof Field.Document document) {
            List<Test> all = new ArrayList<>(tests);
            all.addAll(asJson);
            return Tests.anyOf(document.column(), all);
        }
        if (field instanceof Field.Inside) {
            return Values.any(
                    field,
                    "v",
                    value -> "(" + Tests.anyOf(value, tests) + " OR (" + value + " LIKE '{%' OR " + value
                            + " LIKE '[%') AND " + Tests.anyOf(value, asJson) + ")");
        }
        return Values.any(field, "v", value -> Tests.anyOf(value, tests));
    }

    private static Optional<Test> inJsonString(Test test) {
        return test instanceof Test.Text text
                ? Texts.inJsonString(text.pattern()).map(pattern -> new Test.Text(pattern, text.cased()))
                : Optional.empty();
    }

    private String alike(Condition.Match match, Field field, Test.LikeField like) {
        Field other = field(new Condition.Match(like.field(), match.test(), match.line()));
        if (field instanceof Field.Unknown || other instanceof Field.Unknown) {
            return NEVER;
        }
        checkHasText(match, match.field(), field);
        checkHasText(match, like.field(), other);
        return Values.any(field, "v", one -> Values.any(other, "w", two -> Tests.alike(one, two, like)));
    }

    private static String keywords(List<Test> tests) {
        List<Test> all = new ArrayList<>(tests);
        tests.forEach(test -> inJsonString(test).ifPresent(all::add));
        return Values.some(EventText.SQL, "t", Tests.anyOf("t", all));
    }

    private Field field(Condition.Match match) {
        try {
            return Fields.of(match.field(), notes);
        } catch (IllegalArgumentException notMeant) {
            throw new Refusal(match.line(), String.valueOf(notMeant.getMessage()));
        }
    }

    private static void checkHasText(Condition.Match match, String name, Field field) {
        if (field instanceof Field.Whole) {
            throw new Refusal(
                    match.line(),
                    "the table has no text of " + name + " as a whole; name a field of it, such as " + name
                            + (name.equalsIgnoreCase("resources") ? ".ARN" : ".x"));
        }
    }
}
