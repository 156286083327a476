package dev.trailwise.sql.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.trailwise.local.JavaFunctions;
import dev.trailwise.sql.AthenaSql;
import dev.trailwise.sql.ParsedSql;
import dev.trailwise.sql.duckdb.translation.Ctes;
import dev.trailwise.sql.duckdb.translation.NameScope;
import dev.trailwise.sql.duckdb.translation.Output;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Function;
import dev.trailwise.sql.function.FunctionRegistry;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.TypePattern;
import dev.trailwise.sql.text.SqlSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overload that {@code functions.txt} declares, asked of DuckDB itself with values of its types and with NULLs. */
class FunctionOverloadsTest {
    private static final Set<String> REGISTERED = new TreeSet<>();
    private static Connection duckDb;

    /** A value of each type. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("boolean", "TRUE"),
            Map.entry("tinyint", "TINYINT '3'"),
            Map.entry("smallint", "SMALLINT '3'"),
            Map.entry("integer", "3"),
            Map.entry("bigint", "BIGINT '3'"),
            Map.entry("real", "REAL '0.5'"),
            Map.entry("double", "0.5e0"),
            Map.entry("decimal", "1.25"),
            Map.entry("decimal(20,4)", "DECIMAL '1234567890123456.7891'"),
            Map.entry("varchar", "'abc'"),
            Map.entry("varbinary", "X'616263'"),
            Map.entry("date", "DATE '2026-11-01'"),
            Map.entry("timestamp", "TIMESTAMP '2026-11-01 10:00:00.000'"),
            Map.entry("timestamptz", "TIMESTAMP '2026-11-01 10:00:00.000 UTC'"),
            Map.entry("interval", "INTERVAL '3' DAY"),
            Map.entry("json", "JSON '[1]'"),
            Map.entry("ipaddress", "IPADDRESS '10.0.0.1'"),
            Map.entry("any", "1"));

    /** Arguments that must be of a form of their own. */
    private static final Map<String, String> ARGUMENTS = Map.ofEntries(
            Map.entry("json_extract_scalar1", "'$.a'"),
            Map.entry("json_extract1", "'$.a'"),
            Map.entry("at_timezone1", "'Europe/Berlin'"),
            Map.entry("with_timezone1", "'Europe/Berlin'"),
            Map.entry("format0", "'%s'"),
            Map.entry("bit_count1", "64"),
            Map.entry("split_to_map0", "'a=b;c=d'"),
            Map.entry("split_to_map1", "';'"),
            Map.entry("split_to_map2", "'='"),
            Map.entry("json_size1", "'$.a'"),
            Map.entry("json_parse0", "'{}'"),
            Map.entry("is_json_scalar0", "'{}'"),
            Map.entry("date_trunc0", "'day'"),
            Map.entry("date_diff0", "'day'"),
            Map.entry("date_add0", "'day'"),
            Map.entry("date_format1", "'%Y %b'"),
            Map.entry("date_parse0", "'2026'"),
            Map.entry("date_parse1", "'%Y'"),
            Map.entry("format_datetime1", "'yyyy E'"),
            Map.entry("parse_datetime0", "'2026'"),
            Map.entry("parse_datetime1", "'yyyy'"),
            Map.entry("from_iso8601_timestamp0", "'2026-11-01T10:00:00Z'"),
            Map.entry("from_iso8601_date0", "'2026-11-01'"),
            Map.entry("date0", "'2026-11-01'"),
            Map.entry("codepoint0", "'a'"),
            Map.entry("chr0", "65"),
            Map.entry("contains0", "'10.0.0.0/8'"),
            Map.entry("from_hex0", "'616263'"),
            Map.entry("from_base640", "'YWJj'"),
            Map.entry("from_base64url0", "'YWJj'"),
            Map.entry("round1", "1"),
            Map.entry("regexp_extract2", "0"),
            Map.entry("regexp_extract_all2", "0"),
            Map.entry("approx_distinct1", "0.01"),
            Map.entry("url_decode0", "'a%20b'"));

    @BeforeAll
    static void open() throws SQLException {
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckDb.createStatement()) {
            for (String session : DuckDbSql.session()) {
                statement.execute(session);
            }
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckDb.close();
    }

    static Stream<String> calls() {
        List<String> calls = new ArrayList<>();
        FunctionRegistry.get().all().forEach((name, forms) -> {
            for (Function form : forms) {
                if (form.support() != Function.Support.UNSUPPORTED) {
                    calls.addAll(calls(form));
                }
            }
        });
        return calls.stream().distinct();
    }

    private static List<String> calls(Function form) {
        List<String> calls = new ArrayList<>();
        for (Map<String, String> letters : letters(form)) {
            for (boolean nulls : new boolean[] {false, true}) {
                int most = form.parameters().size() + (form.variadic() ? 1 : 0);
                for (int count = form.parameters().size() - form.optional(); count <= most; count++) {
                    List<String> arguments = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        arguments.add(argument(form, i, letters, nulls));
                    }
                    calls.add(form.name() + "(" + String.join(", ", arguments) + ")"
                            + (form.kind() == Function.Kind.WINDOW ? " OVER (ORDER BY x)" : ""));
                }
            }
        }
        return calls;
    }

    /** What the letters of a form may stand for: one choice is enough where there are none. */
    private static List<Map<String, String>> letters(Function form) {
        String text = form.signature();
        List<String> choices = new ArrayList<>(List.of("varchar"));
        if (text.matches(".*\\b[NI]\\b.*")) {
            choices = new ArrayList<>(List.of("tinyint", "smallint", "integer", "bigint"));
            if (text.matches(".*\\bN\\b.*")) {
                choices.addAll(List.of("real", "double", "decimal", "decimal(20,4)"));
            }
        } else if (text.matches(".*\\bdecimal\\b.*")) {
            choices = new ArrayList<>(List.of("decimal", "decimal(20,4)"));
        } else if (text.matches(".*\\b[A-Z]\\b.*")) {
            choices.addAll(List.of(
                    "bigint",
                    "double",
                    "boolean",
                    "date",
                    "timestamp",
                    "timestamptz",
                    "decimal",
                    "varbinary",
                    "interval"));
        }
        if (form.name().equals("array_join")) {
            choices.remove("varbinary"); // which has no text form in Athena either
        }
        if (form.name().matches("min|max") && form.parameters().size() == 2) {
            choices.remove("double"); // whose NaN has another place in Athena's order
        }
        if (form.name().equals("typeof")) {
            choices.remove("varchar"); // whose length is not known here
        }
        return choices.stream()
                .map(choice -> {
                    Map<String, String> letters = new LinkedHashMap<>();
                    for (char letter = 'A'; letter <= 'Z'; letter++) {
                        letters.put(String.valueOf(letter), choice);
                    }
                    letters.put("decimal", choice);
                    return letters;
                })
                .toList();
    }

    private static String argument(Function form, int index, Map<String, String> letters, boolean nulls) {
        TypePattern pattern = form.parameter(index);
        String special = ARGUMENTS.get(form.name() + index);
        if (special != null && !pattern.name().equals("json") && !pattern.name().equals("array")) {
            return special;
        }
        if (pattern.function()) {
            int count = pattern.parts().size() - 1;
            String names = count == 1
                    ? "a"
                    : "(" + String.join(", ", List.of("a", "b", "c").subList(0, count)) + ")";
            return names + " -> " + value(pattern.parts().get(count), letters);
        }
        boolean percentages = form.name().equals("approx_percentile") && index == 1;
        if (percentages) {
            return pattern.name().equals("array") ? "ARRAY[0.5, 0.9]" : "0.5";
        }
        boolean literal = form.kind() != Function.Kind.SCALAR
                && !pattern.name().equals("T")
                && pattern.name().equals("bigint");
        return nulls && !literal ? "CAST(NULL AS " + type(pattern, letters) + ")" : value(pattern, letters);
    }

    private static String value(TypePattern pattern, Map<String, String> letters) {
        String name = letters.getOrDefault(pattern.name(), pattern.name());
        return switch (name) {
            case "array" -> "ARRAY[" + value(pattern.parts().get(0), letters) + "]";
            case "map" ->
                pattern.parts().get(0).name().equals("unknown")
                        ? "MAP()"
                        : "MAP(ARRAY[" + value(pattern.parts().get(0), letters) + "], ARRAY["
                                + value(pattern.parts().get(1), letters) + "])";
            case "bigint" -> "3";
            default -> VALUES.getOrDefault(name, "NULL");
        };
    }

    private static String type(TypePattern pattern, Map<String, String> letters) {
        String name = letters.getOrDefault(pattern.name(), pattern.name());
        return switch (name) {
            case "array" -> "array(" + type(pattern.parts().get(0), letters) + ")";
            case "map" ->
                "map(" + type(pattern.parts().get(0), letters) + ", "
                        + type(pattern.parts().get(1), letters) + ")";
            case "decimal" -> "decimal(3,2)";
            case "any" -> "bigint";
            case "timestamptz" -> "timestamp with time zone";
            case "interval" -> "interval day to second";
            default -> name;
        };
    }

    @ParameterizedTest
    @MethodSource("calls")
    void every_overload_of_every_function_runs(String call) {
        String sql = "SELECT " + call + " FROM (VALUES 1, 2) AS t(x)";
        assertThatCode(() -> {
                    DuckDbSql translated = DuckDbSql.of(AthenaSql.parse(new SqlSource("<sql>", sql)), Map.of());
                    JavaFunctions.register(duckDb, missing(translated), fatal -> {});
                    try (Statement statement = duckDb.createStatement();
                            ResultSet rows = statement.executeQuery(translated.text())) {
                        while (rows.next()) {
                            rows.getObject(1);
                        }
                    }
                })
                .as(sql)
                .doesNotThrowAnyException();
    }

    /** Of another type a number would overflow elsewhere. */
    @ParameterizedTest
    @MethodSource("numbers")
    void a_number_has_the_type_in_duckdb_that_trino_gives_it(String call) throws SQLException {
        Output output = translated(call);
        Type type = output.columns().get(0).type();
        JavaFunctions.register(duckDb, missing(new DuckDbSql(output.sql(), Map.of())), fatal -> {});
        try (Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT typeof(c1), typeof(CAST(NULL AS " + type.duckDb() + ")) FROM (" + output.sql() + ")")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).as(output.sql()).isIn(rows.getString(2), "\"NULL\"");
        }
    }

    static Stream<String> numbers() {
        return calls().filter(call -> translated(call).columns().get(0).type().numeric());
    }

    private static Output translated(String call) {
        ParsedSql sql = AthenaSql.parse(new SqlSource("<sql>", "SELECT " + call + " FROM (VALUES 1, 2) AS t(x)"));
        return new QueryTranslation(new Translation(sql, Map.of(), QueryTranslation::nested), NameScope.NONE, Ctes.NONE)
                .query(sql.query(), false);
    }

    private static Set<String> missing(DuckDbSql translated) {
        Set<String> missing = new TreeSet<>(translated.functions());
        missing.removeAll(REGISTERED);
        REGISTERED.addAll(missing);
        return missing;
    }
}
