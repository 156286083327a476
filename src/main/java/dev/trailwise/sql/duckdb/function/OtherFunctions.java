package dev.trailwise.sql.duckdb.function;

import dev.trailwise.failure.Suggestions;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.FunctionRegistry;
import dev.trailwise.sql.text.Excerpt;
import dev.trailwise.sql.text.SqlProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Functions that are not answered here: those that Athena has, and those of other databases, with Athena's way. */
final class OtherFunctions {
    /** Names of other databases, and what to write instead. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("ifnull", "coalesce(a, b)"),
            Map.entry("nvl", "coalesce(a, b)"),
            Map.entry("isnull", "x IS NULL"),
            Map.entry("nvl2", "if(a IS NOT NULL, b, c)"),
            Map.entry("iif", "if(condition, a, b)"),
            Map.entry("decode", "CASE x WHEN a THEN b END"),
            Map.entry("group_concat", "array_join(array_agg(x), ',')"),
            Map.entry("string_agg", "array_join(array_agg(x), ',')"),
            Map.entry("collect_list", "array_agg(x)"),
            Map.entry("collect_set", "array_agg(DISTINCT x)"),
            Map.entry("countif", "count_if(condition)"),
            Map.entry("median", "approx_percentile(x, 0.5)"),
            Map.entry("percentile", "approx_percentile(x, 0.5)"),
            Map.entry("percentile_cont", "approx_percentile(x, 0.5)"),
            Map.entry("strftime", "date_format(time, '%Y-%m-%d')"),
            Map.entry("to_char", "date_format(time, '%Y-%m-%d')"),
            Map.entry("strptime", "date_parse(text, '%Y-%m-%d')"),
            Map.entry("str_to_date", "date_parse(text, '%Y-%m-%d')"),
            Map.entry(
                    "to_timestamp", "from_unixtime(seconds), from_iso8601_timestamp(text) or date_parse(text, format)"),
            Map.entry("timestamp", "from_iso8601_timestamp(text)"),
            Map.entry("to_date", "date(text) or date_parse(text, '%Y-%m-%d')"),
            Map.entry("unix_timestamp", "to_unixtime(time)"),
            Map.entry("epoch", "to_unixtime(time)"),
            Map.entry("getdate", "now()"),
            Map.entry("sysdate", "now()"),
            Map.entry("curdate", "current_date"),
            Map.entry("today", "current_date"),
            Map.entry("datediff", "date_diff('day', a, b)"),
            Map.entry("timestampdiff", "date_diff('second', a, b)"),
            Map.entry("dateadd", "date_add('day', n, time)"),
            Map.entry("date_sub", "date_add('day', -n, time)"),
            Map.entry("datetrunc", "date_trunc('day', time)"),
            Map.entry("date_part", "extract(hour FROM time)"),
            Map.entry("datepart", "extract(hour FROM time)"),
            Map.entry("len", "length(x)"),
            Map.entry("char_length", "length(x)"),
            Map.entry("lcase", "lower(x)"),
            Map.entry("ucase", "upper(x)"),
            Map.entry("left", "substr(x, 1, n)"),
            Map.entry("right", "substr(x, -n)"),
            Map.entry("mid", "substr(x, start, length)"),
            Map.entry("instr", "strpos(x, text)"),
            Map.entry("charindex", "strpos(x, text)"),
            Map.entry("locate", "strpos(x, text)"),
            Map.entry("startswith", "starts_with(x, text)"),
            Map.entry("endswith", "x LIKE '%text'"),
            Map.entry("ends_with", "x LIKE '%text'"),
            Map.entry("substring_index", "split_part(x, delimiter, n)"),
            Map.entry("string_split", "split(x, delimiter)"),
            Map.entry("str_split", "split(x, delimiter)"),
            Map.entry("regexp_substr", "regexp_extract(x, pattern)"),
            Map.entry("regexp_matches", "regexp_like(x, pattern)"),
            Map.entry("regexp_match", "regexp_like(x, pattern)"),
            Map.entry("rlike", "regexp_like(x, pattern)"),
            Map.entry("get_json_object", "json_extract_scalar(x, '$.name')"),
            Map.entry("json_extract_string", "json_extract_scalar(x, '$.name')"),
            Map.entry("json_extract_path_text", "json_extract_scalar(x, '$.name')"),
            Map.entry("parse_json", "json_parse(x)"),
            Map.entry("to_json", "json_format(CAST(x AS json))"),
            Map.entry("array_length", "cardinality(x)"),
            Map.entry("array_size", "cardinality(x)"),
            Map.entry("size", "cardinality(x)"),
            Map.entry("list_length", "cardinality(x)"),
            Map.entry("array_contains", "contains(x, element)"),
            Map.entry("list_contains", "contains(x, element)"),
            Map.entry("array_to_string", "array_join(x, ',')"),
            Map.entry("explode", "CROSS JOIN UNNEST(x) AS t (element)"),
            Map.entry("unnest", "CROSS JOIN UNNEST(x) AS t (element)"),
            Map.entry("list", "array_agg(x)"),
            Map.entry("struct_pack", "CAST(ROW(a, b) AS row(x varchar, y varchar))"),
            Map.entry("ip_prefix", "contains('10.0.0.0/8', CAST(x AS ipaddress))"),
            Map.entry("is_subnet_of", "contains('10.0.0.0/8', CAST(x AS ipaddress))"),
            Map.entry("inet_aton", "CAST(x AS ipaddress)"));

    private static final Pattern GEOSPATIAL = Pattern.compile("(st_|bing_tile|geometry_).*");

    private OtherFunctions() {}

    /** What to say of a function that is not in the registry. */
    static SqlProblem problem(Translation translation, org.antlr.v4.runtime.ParserRuleContext at, String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        if (Athena.FUNCTIONS.contains(lower) || GEOSPATIAL.matcher(lower).matches()) {
            return translation.unsupported(at, "the function " + Excerpt.neutral(name));
        }
        String way = Optional.ofNullable(INSTEAD.get(lower))
                .map(instead -> "; write " + instead)
                .orElseGet(() -> Suggestions.hint(lower, known()));
        return translation.wrong(at, "Athena has no function " + Excerpt.neutral(name) + way);
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(Athena.FUNCTIONS);
        known.addAll(FunctionRegistry.get().all().keySet());
        return known;
    }

    /** Read when a function is not known here, which is seldom. */
    private static final class Athena {
        static final Set<String> FUNCTIONS = read();

        private static Set<String> read() {
            try (InputStream in = Objects.requireNonNull(
                    OtherFunctions.class.getResourceAsStream("athena-functions.txt"), "athena-functions.txt")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.toSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
