package dev.trailwise.oracle;

import dev.trailwise.sql.function.KnownFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expressions that a seed makes up: every overload of every function in turn, then casts, operators and the rest of the
 * grammar, over values at their edges and over columns.
 */
final class RandomExpression {
    private static final int DEPTH = 2;

    /** What a capital letter stands for, those that are met most often first. */
    private static final List<String> ANY = List.of(
            "varchar",
            "varchar",
            "bigint",
            "integer",
            "double",
            "boolean",
            "date",
            "timestamp",
            "timestamptz",
            "decimal(3,2)",
            "array(varchar)",
            "json",
            "real",
            "varbinary",
            "array(bigint)",
            "map(varchar, bigint)");

    private static final List<String> SORTED =
            List.of("varchar", "bigint", "double", "date", "boolean", "timestamp", "decimal(3,2)", "integer");
    private static final List<String> NUMBERS = List.of(
            "bigint",
            "integer",
            "double",
            "decimal(3,2)",
            "tinyint",
            "real",
            "decimal(20,4)",
            "decimal(5,0)",
            "smallint");
    private static final List<String> SHOWN = List.of(
            "boolean",
            "tinyint",
            "smallint",
            "integer",
            "bigint",
            "real",
            "double",
            "decimal(3,2)",
            "decimal(2,1)",
            "decimal(5,0)",
            "decimal(20,4)",
            "varchar",
            "varbinary",
            "date",
            "timestamp",
            "timestamptz",
            "json",
            "ipaddress",
            "array(varchar)",
            "array(bigint)",
            "array(double)",
            "array(json)",
            "map(varchar, varchar)",
            "map(varchar, bigint)",
            "array(array(bigint))",
            "interval",
            "map(varchar, json)");

    /** Functions whose arguments would have to be made up together. */
    private static final Set<String> LEFT_OUT = Set.of(
            "now",
            "at_timezone",
            "with_timezone",
            "format",
            "typeof",
            "approx_distinct",
            "approx_percentile",
            "codepoint");

    private static final List<String> FROM_JSON = List.of(
            "boolean",
            "tinyint",
            "smallint",
            "integer",
            "bigint",
            "real",
            "double",
            "decimal",
            "varchar",
            "array",
            "map");

    /** The columns of the rows that expressions are asked over, with a value of each row. */
    static final Map<String, SqlType> COLUMNS = columns();

    private final Random random;
    private final List<Subject> subjects;
    private int lambdas;

    /** Something that an expression has at its top. */
    private record Subject(String name, KnownFunction.Form form) {}

    RandomExpression(long seed, boolean aggregates) {
        this.random = new Random(seed * 6700417 + (aggregates ? 1 : 0));
        this.subjects = KnownFunction.all().stream()
                .filter(function -> !LEFT_OUT.contains(function.name()))
                .flatMap(function -> function.forms().stream()
                        .filter(form -> aggregates != form.kind().equals("scalar"))
                        .map(form -> new Subject(function.name(), form)))
                .toList();
    }

    private static Map<String, SqlType> columns() {
        Map<String, SqlType> columns = new HashMap<>();
        for (String type : List.of(
                "varchar",
                "bigint",
                "integer",
                "double",
                "boolean",
                "date",
                "timestamp",
                "timestamptz",
                "decimal(3,2)",
                "json",
                "array(varchar)",
                "array(bigint)",
                "map(varchar, varchar)",
                "varbinary")) {
            columns.put("c" + type.replaceAll("[^a-z]", ""), SqlType.of(type));
        }
        columns.put("ctext", SqlType.of("varchar"));
        columns.put("cjsontext", SqlType.of("varchar"));
        columns.put("ctimetext", SqlType.of("varchar"));
        return columns;
    }

    /** Rows of values for the columns, as a relation named t. */
    String rows(int count) {
        List<String> names = COLUMNS.keySet().stream().sorted().toList();
        List<String> rows = new ArrayList<>();
        for (int row = 1; row <= count; row++) {
            List<String> values = new ArrayList<>(List.of(Integer.toString(row)));
            for (String name : names) {
                SqlType type = COLUMNS.get(name);
                String value = switch (name) {
                    case "cjsontext" -> pick(EdgeValues.of("json_x", 0));
                    case "ctimetext" -> pick(EdgeValues.OFFSET_TIMES);
                    default -> leaf(type, false);
                };
                values.add("CAST(" + value + " AS " + type + ")");
            }
            rows.add("(" + String.join(", ", values) + ")");
        }
        return "(VALUES " + String.join(", ", rows) + ") AS t (id, " + String.join(", ", names) + ")";
    }

    /** The expression of a number; numbers one after the other go through all functions. */
    String next(int number) {
        lambdas = 0;
        int kinds = subjects.size() + subjects.size() / 2;
        int at = number % kinds;
        if (at < subjects.size()) {
            Subject subject = subjects.get(at);
            return call(subject, new HashMap<>(), DEPTH);
        }
        return subjects.get(0).form().kind().equals("scalar")
                ? syntax()
                : call(subjects.get(at - subjects.size()), new HashMap<>(), DEPTH);
    }

    private String syntax() {
        SqlType type = SqlType.of(pick(SHOWN));
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> cast(type, DEPTH);
            case 3 -> operator(SqlType.of(pick(NUMBERS)), DEPTH);
            case 4, 5 -> value(SqlType.of("boolean"), DEPTH);
            default -> value(type, DEPTH);
        };
    }

    private String call(Subject subject, Map<String, SqlType> letters, int depth) {
        KnownFunction.Form form = subject.form();
        int least = form.parameters().size() - form.optional();
        int count = least + (form.optional() > 0 ? random.nextInt(form.optional() + 1) : 0);
        if (form.variadic()) {
            count += random.nextInt(3);
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SqlType pattern = SqlType.of(
                    form.parameters().get(Math.min(i, form.parameters().size() - 1)));
            arguments.add(argument(subject.name(), i, pattern, letters, depth));
        }
        String call = subject.name() + "(" + String.join(", ", arguments) + ")";
        return switch (form.kind()) {
            case "window" -> call + " OVER (ORDER BY id" + pick(List.of("", " DESC")) + ")";
            case "aggregate" ->
                pick(List.of(
                        call,
                        call,
                        call,
                        call + " FILTER (WHERE id > 1)",
                        call + " FILTER (WHERE id > 9)",
                        call + " OVER (ORDER BY id)"));
            default -> call;
        };
    }

    private String argument(String function, int index, SqlType pattern, Map<String, SqlType> letters, int depth) {
        if (pattern.is("function")) {
            return lambda(pattern, letters, depth);
        }
        bind(pattern, letters);
        SqlType type = pattern.with(letters);
        List<String> texts = type.is("json") ? List.of() : EdgeValues.of(function, index);
        if (function.equals("from_iso8601_timestamp") && random.nextInt(3) == 0) {
            return "ctimetext";
        }
        if (!texts.isEmpty() && (function.endsWith("_by") || random.nextInt(10) > 0)) {
            return pick(texts);
        }
        if (type.is("decimal")) {
            type = SqlType.of(pick(List.of("decimal(3,2)", "decimal(2,1)", "decimal(5,0)", "decimal(20,4)")));
        }
        return value(type, depth - 1);
    }

    private void bind(SqlType pattern, Map<String, SqlType> letters) {
        if (pattern.isLetter()) {
            letters.computeIfAbsent(
                    pattern.name(),
                    letter -> SqlType.of(
                            switch (letter) {
                                case "N" -> pick(NUMBERS);
                                case "I" -> pick(EdgeValues.WHOLE);
                                case "K", "O" -> pick(SORTED);
                                default -> pick(ANY);
                            }));
        }
        pattern.parts().forEach(part -> bind(part, letters));
    }

    /** A lambda of these parameters; letters of its result that are not known yet take a type of their own. */
    private String lambda(SqlType pattern, Map<String, SqlType> letters, int depth) {
        bind(pattern, letters);
        int count = pattern.parts().size() - 1;
        List<String> names = new ArrayList<>();
        List<SqlType> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("x" + lambdas++);
            types.add(pattern.part(i).with(letters));
        }
        SqlType result = pattern.part(count).with(letters);
        String head = count == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
        int same = types.indexOf(result);
        if (same >= 0 && random.nextInt(3) > 0) {
            return head + " -> " + names.get(same);
        }
        return head + " -> "
                + (result.is("boolean") && random.nextInt(4) > 0
                        ? names.get(0) + pick(List.of(" IS NULL", " IS NOT NULL"))
                        : value(result, depth - 1));
    }

    /** Any expression of a type. */
    private String value(SqlType type, int depth) {
        if (depth <= 0 || random.nextInt(3) == 0) {
            return leaf(type, true);
        }
        int form = random.nextInt(9);
        if (form <= 3) {
            return form(form, type, depth);
        }
        if (type.is("boolean") && random.nextBoolean()) {
            return condition(depth);
        }
        if ((EdgeValues.isNumber(type) && !type.name().startsWith("decimal")) && random.nextInt(3) == 0) {
            return operator(type, depth);
        }
        Subject subject = subjects.get(random.nextInt(subjects.size()));
        for (int i = 0; i < 60; i++) {
            Map<String, SqlType> letters = new HashMap<>();
            if (subject.form().kind().equals("scalar")
                    && !subject.form().result().startsWith("decimal")
                    && type.fits(SqlType.of(subject.form().result()), letters)) {
                return call(subject, letters, depth);
            }
            subject = subjects.get(random.nextInt(subjects.size()));
        }
        return leaf(type, true);
    }

    private String form(int form, SqlType type, int depth) {
        return switch (form) {
            case 0 -> cast(type, depth);
            case 1 ->
                pick(type.is("json") ? List.of("coalesce(") : List.of("coalesce(", "nullif(")) + value(type, depth - 1)
                        + ", " + value(type, depth - 1) + ")";
            case 2 ->
                pick(List.of("if(", "try(if(")).equals("if(")
                        ? "if(" + value(SqlType.of("boolean"), depth - 1) + ", " + value(type, depth - 1) + ", "
                                + value(type, depth - 1) + ")"
                        : "try(" + value(type, depth - 1) + ")";
            default ->
                "CASE WHEN " + value(SqlType.of("boolean"), depth - 1) + " THEN " + value(type, depth - 1) + " END";
        };
    }

    private String operator(SqlType type, int depth) {
        String operator = pick(List.of("+", "-", "*", "/", "%"));
        return "(" + value(type, depth - 1) + " " + operator + " " + value(type, depth - 1) + ")";
    }

    private String condition(int depth) {
        SqlType type = SqlType.of(pick(List.of(
                "varchar",
                "bigint",
                "double",
                "decimal(3,2)",
                "date",
                "timestamp",
                "timestamptz",
                "boolean",
                "integer",
                "real",
                "array(bigint)",
                "decimal(20,4)")));
        String a = value(type, depth - 1);
        String b = value(type, depth - 1);
        return "("
                + switch (random.nextInt(9)) {
                    case 0 -> a + pick(List.of(" BETWEEN ", " NOT BETWEEN ")) + b + " AND " + value(type, depth - 1);
                    case 1 -> a + pick(List.of(" IN (", " NOT IN (")) + b + ", " + value(type, depth - 1) + ")";
                    case 2 -> a + pick(List.of(" IS NULL", " IS NOT NULL"));
                    case 3 -> a + pick(List.of(" IS DISTINCT FROM ", " IS NOT DISTINCT FROM ")) + b;
                    case 4 ->
                        value(SqlType.of("varchar"), depth - 1)
                                + pick(List.of(" LIKE ", " NOT LIKE "))
                                + pick(List.of(
                                        "'%a%'",
                                        "'_'",
                                        "''",
                                        "'%'",
                                        "'a#_%' ESCAPE '#'",
                                        "'%.%'",
                                        "'\ud83d\ude00%'",
                                        "'__'",
                                        "'a\\%'"));
                    case 5 ->
                        value(SqlType.of("boolean"), depth - 1)
                                + pick(List.of(" AND ", " OR "))
                                + value(SqlType.of("boolean"), depth - 1);
                    default -> a + pick(List.of(" = ", " <> ", " < ", " <= ", " > ", " >= ")) + b;
                }
                + ")";
    }

    private String cast(SqlType type, int depth) {
        String word = random.nextInt(3) == 0 ? "TRY_CAST(" : "CAST(";
        if (type.parts().isEmpty()
                && random.nextInt(3) == 0
                && !EdgeValues.castable(type).isEmpty()) {
            return word + pick(EdgeValues.castable(type)) + " AS " + type + ")";
        }
        if (FROM_JSON.stream().anyMatch(type.name()::startsWith) && random.nextInt(3) == 0) {
            return word + value(SqlType.of("json"), depth - 1) + " AS " + type + ")";
        }
        if (EdgeValues.isNumber(type)) {
            return word + value(SqlType.of(pick(NUMBERS)), depth - 1) + " AS " + type + ")";
        }
        List<String> from = switch (type.name()) {
            case "boolean" -> NUMBERS;
            case "date", "timestamp", "timestamptz" -> List.of("date", "timestamp", "timestamptz");
            case "json" ->
                SHOWN.stream()
                        .filter(shown ->
                                !shown.equals("varbinary") && !shown.equals("ipaddress") && !shown.equals("interval"))
                        .toList();
            case "varchar" ->
                SHOWN.stream()
                        .filter(shown -> !shown.contains("(") || shown.startsWith("decimal"))
                        .toList();
            case "varbinary" -> List.of("varchar");
            default ->
                List.of(type.toString()
                        .replace("timestamp(3) with time zone", "timestamptz")
                        .replace("timestamp(3)", "timestamp")
                        .replace("interval day to second", "interval"));
        };
        return word + value(SqlType.of(pick(from)), depth - 1) + " AS " + type + ")";
    }

    private String leaf(SqlType type, boolean columns) {
        if (random.nextInt(12) == 0) {
            return "CAST(NULL AS " + type + ")";
        }
        if (columns && type.is("timestamptz") && random.nextInt(3) == 0) {
            return pick(List.of(
                    "from_iso8601_timestamp(ctimetext)",
                    "try(from_iso8601_timestamp(ctimetext))",
                    "parse_datetime(ctimetext, 'yyyy-MM-dd''T''HH:mm:ssZ')"));
        }
        if (columns && random.nextInt(3) == 0) {
            List<String> fitting = COLUMNS.entrySet().stream()
                    .filter(column -> column.getValue().equals(type))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (!fitting.isEmpty()) {
                return pick(fitting);
            }
        }
        if (type.is("array")) {
            int count = random.nextInt(4);
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                elements.add(leaf(type.part(0), false));
            }
            return count == 0 || random.nextInt(4) == 0
                    ? "CAST(ARRAY[" + String.join(", ", elements) + "] AS " + type + ")"
                    : "ARRAY[" + String.join(", ", elements) + "]";
        }
        if (type.is("map")) {
            List<String> keys = EdgeValues.of(type.part(0)).stream()
                    .limit(random.nextInt(3) + (type.part(0).is("boolean") ? 0 : 1))
                    .distinct()
                    .toList();
            if (type.part(0).is("double") || keys.isEmpty()) {
                return "CAST(MAP() AS " + type + ")";
            }
            return "MAP(ARRAY[" + String.join(", ", keys) + "], ARRAY["
                    + keys.stream().map(key -> leaf(type.part(1), false)).collect(Collectors.joining(", ")) + "])";
        }
        List<String> literals = EdgeValues.of(type);
        return literals.isEmpty() ? "CAST(NULL AS " + type + ")" : pick(literals);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
