package dev.trailwise.oracle;

import java.util.List;
import java.util.Map;

/** Values at the edges of their types, and texts that functions take apart: patterns, paths, formats, addresses. */
final class EdgeValues {
    static final List<String> WHOLE = List.of("tinyint", "smallint", "integer", "bigint");

    /** Literals by type. */
    private static final Map<String, List<String>> LITERALS = Map.ofEntries(
            Map.entry("boolean", List.of("TRUE", "FALSE")),
            Map.entry(
                    "tinyint",
                    List.of("TINYINT '0'", "TINYINT '1'", "TINYINT '-1'", "TINYINT '127'", "TINYINT '-128'")),
            Map.entry("smallint", List.of("SMALLINT '0'", "SMALLINT '2'", "SMALLINT '-3'", "SMALLINT '32767'")),
            Map.entry(
                    "integer",
                    List.of("0", "1", "2", "3", "-1", "-2", "7", "10", "100", "-100", "2147483647", "-2147483648")),
            Map.entry(
                    "bigint",
                    List.of(
                            "BIGINT '0'",
                            "BIGINT '1'",
                            "BIGINT '2'",
                            "BIGINT '3'",
                            "BIGINT '-1'",
                            "BIGINT '-2'",
                            "BIGINT '5'",
                            "BIGINT '12'",
                            "BIGINT '-100'",
                            "2147483648",
                            "9223372036854775807",
                            "BIGINT '-9223372036854775808'",
                            "1761991200",
                            "1761991200123")),
            Map.entry(
                    "real",
                    List.of("REAL '0'", "REAL '1.5'", "REAL '-2.25'", "REAL '3.4e38'", "REAL 'NaN'", "REAL '0.1'")),
            Map.entry(
                    "double",
                    List.of(
                            "0e0",
                            "1e0",
                            "-1e0",
                            "0.5e0",
                            "-0.5e0",
                            "2.5e0",
                            "1.1e0",
                            "-0e0",
                            "nan()",
                            "infinity()",
                            "-infinity()",
                            "1e308",
                            "1e-310",
                            "123456789.987e0",
                            "1e16",
                            "1e7",
                            "0.001e0",
                            "0.0001e0",
                            "-1.5e0",
                            "1761991200.5e0",
                            "9.007199254740993e15")),
            Map.entry("decimal(3,2)", List.of("0.25", "-0.50", "1.25", "9.99", "DECIMAL '-9.99'", "DECIMAL '0.00'")),
            Map.entry("decimal(2,1)", List.of("1.5", "-0.5", "0.1", "2.5", "DECIMAL '-9.9'", "DECIMAL '0.0'")),
            Map.entry(
                    "decimal(5,0)",
                    List.of("DECIMAL '12345'", "DECIMAL '-00001'", "DECIMAL '00000'", "DECIMAL '99999'")),
            Map.entry(
                    "decimal(20,4)",
                    List.of(
                            "DECIMAL '1234567890123456.7891'",
                            "DECIMAL '-9999999999999999.9999'",
                            "DECIMAL '0000000000000000.0001'",
                            "DECIMAL '0000000000000002.5000'")),
            Map.entry(
                    "decimal(38,0)",
                    List.of(
                            "DECIMAL '99999999999999999999999999999999999999'",
                            "DECIMAL '10000000000000000000000000000000000000'")),
            Map.entry(
                    "varchar",
                    List.of(
                            "''",
                            "' '",
                            "'a'",
                            "'abc'",
                            "'ABC'",
                            "'a.b.c'",
                            "'a,b,,c'",
                            "'stra\u00dfe'",
                            "'\ud83d\ude00x'",
                            "'e\u0301'",
                            "'\u00c9\u00e9'",
                            "'  pad\t'",
                            "'123'",
                            "'-1'",
                            "'1.5'",
                            "'NULL'",
                            "'aXbXc'",
                            "'aaa'",
                            "'1e3'",
                            "'true'",
                            "'line\nbreak'",
                            "'\u0130i'",
                            "'10.0.0.1'",
                            "'arn:aws:iam::123456789012:role/x'",
                            "'%_'",
                            "'it''s'",
                            "'\\'",
                            "'AbC dEf'",
                            "'\ud835\udcb3\ud835\udcb4z'",
                            "'2026-11-01'",
                            "'[1,2]'",
                            "'{\"a\":1}'")),
            Map.entry(
                    "varbinary",
                    List.of(
                            "X''",
                            "X'00'",
                            "X'ff'",
                            "to_utf8('abc')",
                            "X'e282ac'",
                            "X'c3'",
                            "X'0102030405060708'",
                            "X'f09f9880'")),
            Map.entry(
                    "date",
                    List.of(
                            "DATE '2026-11-01'",
                            "DATE '2024-02-29'",
                            "DATE '1970-01-01'",
                            "DATE '1969-12-31'",
                            "DATE '2026-12-31'",
                            "DATE '2025-12-29'",
                            "DATE '2000-01-01'",
                            "DATE '1900-03-01'",
                            "DATE '9999-12-31'",
                            "DATE '2027-01-03'")),
            Map.entry(
                    "timestamp",
                    List.of(
                            "TIMESTAMP '2026-11-01 10:00:00.000'",
                            "TIMESTAMP '2024-02-29 23:59:59.999'",
                            "TIMESTAMP '1970-01-01 00:00:00.000'",
                            "TIMESTAMP '1969-12-31 23:59:59.001'",
                            "TIMESTAMP '2026-12-31 12:34:56.789'",
                            "TIMESTAMP '2000-03-31 00:00:00.500'",
                            "TIMESTAMP '2026-01-31 13:05:09.007'")),
            Map.entry(
                    "timestamptz",
                    List.of(
                            "TIMESTAMP '2026-11-01 10:00:00.000 UTC'", "TIMESTAMP '2024-02-29 23:59:59.999 UTC'",
                            "TIMESTAMP '1970-01-01 00:00:00.000 UTC'", "TIMESTAMP '1969-12-31 23:59:59.001 UTC'",
                            "from_iso8601_timestamp('2026-10-25T01:30:00Z')",
                                    "TIMESTAMP '2026-01-31 00:05:09.007 UTC'")),
            Map.entry(
                    "interval",
                    List.of(
                            "INTERVAL '1' DAY",
                            "INTERVAL '0' SECOND",
                            "INTERVAL '-36' HOUR",
                            "INTERVAL '90' MINUTE",
                            "INTERVAL '3' SECOND")),
            Map.entry(
                    "json",
                    List.of(
                            "JSON '{\"a\":1,\"b\":[1,2.50,null],\"c\":{\"d\":\"x\"}}'",
                            "JSON '[]'",
                            "JSON '{}'",
                            "JSON 'null'",
                            "JSON '\"text\"'",
                            "JSON '12'",
                            "JSON '-0.5'",
                            "JSON '1e3'",
                            "JSON 'true'",
                            "JSON '[\"a\",\"b\",null,1]'",
                            "JSON '[1,2,3]'",
                            "JSON '{\"k\":\"v\",\"n\":null}'",
                            "JSON '12345678901234567890'",
                            "JSON '1.0'",
                            "JSON '\"12\"'",
                            "JSON '{\"b\":1,\"a\":2}'",
                            "JSON '[[1],[2,3],[]]'",
                            "JSON '\"2026-11-01\"'",
                            "JSON '[{\"a\":1},{\"A\":2}]'")),
            Map.entry(
                    "ipaddress",
                    List.of(
                            "IPADDRESS '10.0.0.1'",
                            "IPADDRESS '255.255.255.255'",
                            "IPADDRESS '::1'",
                            "IPADDRESS '2001:db8::ff00:42:8329'",
                            "IPADDRESS '::'")));

    private static final List<String> JSON_TEXTS = List.of(
            "'{\"a\":1,\"b\":[1,2.50,null],\"c\":{\"d\":\"x\"}}'",
            "'[\"a\",\"b\",null,1,true]'",
            "'{\"a\":\"\ud83d\ude00\",\"b\":\"l\\nx\"}'",
            "'[]'",
            "'{}'",
            "'null'",
            "'\"text\"'",
            "'12'",
            "'-0.5'",
            "'1e3'",
            "'true'",
            "''",
            "'no json'",
            "'{\"a\":1'",
            "'{\"a\":1} x'",
            "'[1,2'",
            "'{\"a\":{\"b\":{\"c\":[{\"d\":7}]}}}'",
            "' {\"a\" : \"s p\" } '",
            "'{a:1}'",
            "'{\"a\":1,\"a\":2}'",
            "'{\"a.b\":1,\"x-y\":2}'",
            "'{\"a\":1.0,\"b\":1e3,\"c\":12345678901234567890}'",
            "'[1,[2,[3]]]'",
            "'{\"a\":null}'",
            "'{\"a\":\"\"}'",
            "'[{\"a\":1},{\"a\":2}]'",
            "'\"q\\\"q\"'",
            "'01'",
            "'NaN'",
            "'{\"\":1}'",
            "'[true,false]'",
            "'[\"1\",1,1.0]'",
            "'{\"A\":\"upper\",\"a\":\"lower\"}'");
    private static final List<String> JSON_PATHS = List.of(
            "'$'",
            "'$.a'",
            "'$.b'",
            "'$.b[1]'",
            "'$.c.d'",
            "'$[0]'",
            "'$[3]'",
            "'$[\"a.b\"]'",
            "'$[\"x-y\"]'",
            "'$.a.b.c[0].d'",
            "'$.missing'",
            "'$.A'",
            "'$[99]'",
            "'$.a[0]'",
            "'$[1][0]'",
            "'$.b[2]'");
    private static final List<String> REGEXPS = List.of(
            "'a'",
            "'[a-z]+'",
            "'(a)(b)?'",
            "'x'",
            "''",
            "'^a'",
            "'c$'",
            "'\\d+'",
            "'(?i)abc'",
            "'[^.]+'",
            "'a|b'",
            "'(\\w+)\\.(\\w+)'",
            "'.'",
            "'a*'",
            "'b*'",
            "'\\s'",
            "'(a|(b))+'",
            "'[A-Z]'",
            "'\\.'",
            "'^$'",
            "'(?<n>[a-z])'",
            "'X'",
            "'.*'",
            "'\\bx'",
            "','",
            "'[\u00e9]'",
            "'(x)?'");
    private static final List<String> REPLACEMENTS =
            List.of("''", "'<$1>'", "'$0'", "'x'", "'\\$'", "'$2'", "'[$0$0]'", "'\\\\'", "'\ud83d\ude00'");
    private static final List<String> URLS = List.of(
            "'https://user@example.com:8443/a/b?x=1&y=2#frag'",
            "'http://example.com'",
            "'https://[::1]:80/p'",
            "'mailto:a@b.c'",
            "'/only/path?q'",
            "'not a url'",
            "''",
            "'http://a_b.example.com/x'",
            "'s3://my-bucket/key%20x?y=%41'",
            "'https://example.com?'",
            "'https://EXAMPLE.com/%zz'",
            "'//host/p'",
            "'http://host:port/p'",
            "'https://h/p#f?x=1'",
            "'https://h/?a=b=c&a=d&e'",
            "'http://1.2.3.4/'",
            "'arn:aws:s3:::b/k'",
            "'a%2Fb+c'",
            "'%'",
            "'https://ex\u00e4mple.com/\u00fc?k=\u00e9'",
            "'https://h/?k=a%26b+c'");
    private static final List<String> ISO_TIMES = List.of(
            "'2026-11-01T10:00:00Z'",
            "'2026-11-01'",
            "'2026-11-01T10:00:00.123Z'",
            "'2026-11-01T10:00:00+00:00'",
            "'2026-11-01T10:00Z'",
            "'2026-11-01T10Z'",
            "'2026-11-01 10:00:00'",
            "'2026-13-01T00:00:00Z'",
            "''",
            "'now'",
            "'2026-11-01T10:00:00'",
            "'2026-11-01T10:00:00.123456Z'",
            "'20261101T100000Z'",
            "'2026-W44'",
            "'2026-305'",
            "'2026-11'",
            "'2026'",
            "'2026-11-01T24:00:00Z'",
            "'2026-02-29T00:00:00Z'",
            "'2026-11-01T10:00:00,5Z'",
            "'2026-11-01t10:00:00z'",
            "'2026-1-1'",
            "'2026-11-01T10:00:00+02:00'",
            "'2026-11-01T00:30:00.5-0530'",
            "'2026-12-31T23:30+14:00'",
            "'2026-11-01T10:00:00+14:01'");

    /** Texts of a column of times. */
    static final List<String> OFFSET_TIMES = List.of(
            "'2026-11-01T10:00:00Z'",
            "'2026-11-01T10:00:00+02:00'",
            "'2026-10-31T23:30:00.250-0530'",
            "'2024-02-29T00:15:00+05:45'",
            "'2026-12-31T20:00:00-08:00'",
            "'2026-11-01'",
            "'2026-11-01T10:00:00+00:00'");

    /** What the rows are told apart by: two equal keys have no first. */
    private static final List<String> KEYS = List.of(
            "id",
            "-id",
            "if(id = 2, nan(), id * 1e0)",
            "if(id = 1, nan(), -id * 1e0)",
            "CAST(if(id = 3, nan(), id * 1e0) AS real)",
            "if(id = 2, NULL, id * 0.5)",
            "if(id = 1, infinity(), if(id = 2, nan(), -infinity()))",
            "if(id = 1, nan())",
            "CAST(id AS varchar)",
            "ARRAY[id]",
            "date_add('hour', id, from_iso8601_timestamp('2026-11-01T10:00:00+02:00'))");

    private static final List<String> MYSQL_FORMATS = List.of(
            "'%Y-%m-%d'",
            "'%Y/%m/%d %H:%i:%s'",
            "'%Y-%m-%dT%H:%i:%sZ'",
            "'%d %b %Y'",
            "'%H'",
            "'%W %M %e %Y'",
            "'%j'",
            "'%p %h:%i'",
            "'%f'",
            "'%T'",
            "'%y%m%d'",
            "'%x-%v'",
            "'%%'",
            "'%c/%e'",
            "'%r'",
            "'%k:%l'",
            "'%a'",
            "'x'",
            "''");
    private static final List<String> JODA_FORMATS = List.of(
            "'yyyy-MM-dd'",
            "'yyyy/MM/dd HH:mm:ss'",
            "'yyyy-MM-dd''T''HH:mm:ssZ'",
            "'yyyy-MM-dd''T''HH:mm:ss''Z'''",
            "'EEE MMM dd yyyy'",
            "'HH'",
            "'h:mm a'",
            "'yy.M.d'",
            "'yyyy-MM-dd HH:mm:ss.SSS'",
            "'yyyy-MM-dd''T''HH:mm:ssZZ'",
            "'e'",
            "'D'",
            "'xxxx-ww'",
            "'z'",
            "'yyyy-MM-dd HH:mm:ss ZZZ'",
            "'GG'",
            "'EEEE'",
            "'MMMM'",
            "'S'",
            "'k'",
            "'H:m:s'",
            "''",
            "'yyyy''x'",
            "'SSSSSS'",
            "'Z'",
            "'ZZ'");
    private static final List<String> TIME_TEXTS = List.of(
            "'2026-11-01'",
            "'2026/11/01 10:00:00'",
            "'2026-11-01T10:00:00Z'",
            "'2026-11-01T10:00:00+0000'",
            "'01 Nov 2026'",
            "'10'",
            "'305'",
            "'AM 10:30'",
            "'x'",
            "''",
            "'2026-11-01 10:00:00.123'",
            "'Sun Nov 01 2026'",
            "'26.11.1'",
            "'10:30 PM'",
            "'2026-11-01T10:00:00+00:00'",
            "'2026-11-01 10:00:00 Europe/Berlin'",
            "'1:2:3'",
            "'2026-11-01T10:00:00-0330'",
            "'2026-11-01T10:00:00+05:45'",
            "'261101'");
    private static final List<String> UNITS = List.of(
            "'day'",
            "'hour'",
            "'minute'",
            "'second'",
            "'week'",
            "'month'",
            "'quarter'",
            "'year'",
            "'millisecond'",
            "'DAY'",
            "'days'");
    private static final List<String> NETWORKS = List.of(
            "'10.0.0.0/8'",
            "'0.0.0.0/0'",
            "'2001:db8::/32'",
            "'10.0.0.1/32'",
            "'::/0'",
            "'10.0.0.0'",
            "'x/8'",
            "'10.0.0.0/33'",
            "'192.168.1.77/24'",
            "'::1/128'");
    private static final List<String> SMALL =
            List.of("0", "1", "2", "3", "-1", "5", "12", "BIGINT '4'", "-2", "CAST(NULL AS bigint)");
    private static final List<String> NATURAL = List.of("0", "1", "2", "5");
    private static final List<String> CODES = List.of("65", "0", "128512", "-1", "55296", "1114111", "1114112", "228");

    /** Texts for an argument, by function and index; an asterisk stands for any function with this beginning. */
    private static final Map<String, List<String>> ARGUMENTS = Map.ofEntries(
            Map.entry("json_*0", JSON_TEXTS),
            Map.entry("json_*1", JSON_PATHS),
            Map.entry("json_array_contains1", List.of()),
            Map.entry("is_json_scalar0", JSON_TEXTS),
            Map.entry("regexp_*1", REGEXPS),
            Map.entry("regexp_replace2", REPLACEMENTS),
            Map.entry("regexp_extract2", SMALL),
            Map.entry("regexp_extract_all2", SMALL),
            Map.entry("url_*0", URLS),
            Map.entry("from_iso8601_*0", ISO_TIMES),
            Map.entry("date_format1", MYSQL_FORMATS),
            Map.entry("date_parse0", TIME_TEXTS),
            Map.entry("date_parse1", MYSQL_FORMATS),
            Map.entry("parse_datetime0", TIME_TEXTS),
            Map.entry("parse_datetime1", JODA_FORMATS),
            Map.entry("format_datetime1", JODA_FORMATS),
            Map.entry("date_trunc0", UNITS),
            Map.entry("date_diff0", UNITS),
            Map.entry("date_add0", UNITS),
            Map.entry("date_add1", SMALL),
            Map.entry("date0", TIME_TEXTS),
            Map.entry("contains0", NETWORKS),
            Map.entry("lpad1", SMALL),
            Map.entry("rpad1", SMALL),
            Map.entry("repeat1", SMALL),
            Map.entry("sequence0", SMALL),
            Map.entry("sequence1", SMALL),
            Map.entry("sequence2", SMALL),
            Map.entry("substr1", SMALL),
            Map.entry("substr2", SMALL),
            Map.entry("substring1", SMALL),
            Map.entry("substring2", SMALL),
            Map.entry("split_part2", SMALL),
            Map.entry("slice1", SMALL),
            Map.entry("slice2", SMALL),
            Map.entry("element_at1", SMALL),
            Map.entry("chr0", CODES),
            Map.entry("round1", SMALL),
            Map.entry("split_part1", List.of("'.'", "','", "'X'", "''", "'bc'", "'a'")),
            Map.entry("split1", List.of("'.'", "','", "'X'", "''", "'bc'")),
            Map.entry("split2", SMALL),
            Map.entry("truncate1", SMALL),
            Map.entry("strpos2", SMALL),
            Map.entry("from_hex0", List.of("'00ff'", "'FF'", "'f'", "'zz'", "''", "'68 69'")),
            Map.entry("from_base64*0", List.of("'YWJj'", "'YWI='", "'YWI'", "'!'", "''", "'_-8='")),
            Map.entry("lag1", NATURAL),
            Map.entry("lead1", NATURAL),
            Map.entry("nth_value1", List.of("1", "2")),
            Map.entry("ntile0", List.of("1", "2")),
            Map.entry("min_by1", KEYS),
            Map.entry("max_by1", KEYS),
            Map.entry("min_by2", List.of("1", "2")),
            Map.entry("max_by2", List.of("1", "2")),
            Map.entry("min1", List.of("1", "2")),
            Map.entry("max1", List.of("1", "2")),
            Map.entry("approx_percentile1", List.of("0.5", "0.0", "1.0", "0.25")),
            Map.entry("split_to_map0", List.of("'a=1;b=2'", "'a=1'", "''", "'a'", "'a=1;a=2'", "'a=;b='", "'=;'")),
            Map.entry("split_to_map1", List.of("';'", "''", "','")),
            Map.entry("split_to_map2", List.of("'='", "';'", "':'")),
            Map.entry("bit_count1", List.of("64", "2", "8", "32", "65", "1")),
            Map.entry("bitwise_left_shift1", SMALL),
            Map.entry("bitwise_right_shift1", SMALL),
            Map.entry("bitwise_right_shift_arithmetic1", SMALL),
            Map.entry("ip_prefix1", List.of("8", "0", "32", "33", "64", "128", "-1")),
            Map.entry("url_extract_parameter1", List.of("'x'", "'k'", "'a'", "''", "'e'")),
            Map.entry("from_utf80", List.of()),
            Map.entry("codepoint0", List.of("'a'", "'\ud83d\ude00'", "''", "'ab'")));

    private EdgeValues() {}

    static List<String> of(SqlType type) {
        return LITERALS.getOrDefault(type.name(), List.of());
    }

    static Iterable<String> types() {
        return LITERALS.keySet().stream().sorted().toList();
    }

    /** Texts for an argument of a function, none when any value of its type will do. */
    static List<String> of(String function, int argument) {
        List<String> exact = ARGUMENTS.get(function + argument);
        if (exact != null) {
            return exact;
        }
        for (int end = function.indexOf('_') + 1;
                end > 0 && end <= function.length();
                end = end == function.length() ? -1 : function.length()) {
            List<String> known = ARGUMENTS.get(function.substring(0, end) + "*" + argument);
            if (known != null) {
                return known;
            }
        }
        return ARGUMENTS.getOrDefault(
                function.startsWith("from_iso8601") ? "from_iso8601_*" + argument : "", List.of());
    }

    /** Texts that a cast to this type takes, or almost does. */
    static List<String> castable(SqlType type) {
        return switch (type.name()) {
            case "boolean" -> List.of("'true'", "'F'", "'1'", "'yes'", "' true'", "''");
            case "date" ->
                List.of(
                        "'2026-11-01'",
                        "' 2026-11-01 '",
                        "'2026-1-1'",
                        "'2026/11/01'",
                        "'2026-02-30'",
                        "'20261101'",
                        "'+2026-11-01'",
                        "'2026-11-01T00:00:00Z'",
                        "'0001-01-01'",
                        "'12026-11-01'");
            case "timestamp", "timestamptz" ->
                List.of(
                        "'2026-11-01 10:00:00'",
                        "'2026-11-01'",
                        "'2026-11-01 10:00'",
                        "'2026-11-01 10:00:00.123456'",
                        "'2026-11-01T10:00:00Z'",
                        "'2026-11-01 10:00:00 UTC'",
                        "'2026-11-01 10:00:00 +02:00'",
                        "'2026-11-01 25:00:00'",
                        "'2026-1-1 1:2:3'",
                        "'2026-11-01 10:00:00 Europe/Berlin'",
                        "''");
            case "double", "real" ->
                List.of(
                        "'1'",
                        "' 1.5 '",
                        "'NaN'",
                        "'nan'",
                        "'Infinity'",
                        "'-Infinity'",
                        "'inf'",
                        "'1e400'",
                        "'.5'",
                        "'1.'",
                        "'0x1p3'",
                        "'1d'",
                        "'1,5'",
                        "''");
            case "json" -> JSON_TEXTS;
            case "ipaddress" ->
                List.of(
                        "'10.0.0.1'",
                        "'::1'",
                        "'::ffff:1.2.3.4'",
                        "'1.2.3'",
                        "'256.1.1.1'",
                        "'2001:DB8::1'",
                        "'fe80::1%eth0'",
                        "''",
                        "'01.2.3.4'",
                        "'1:2:3:4:5:6:7:8'",
                        "'1::2::3'");
            default ->
                isNumber(type)
                        ? List.of(
                                "'1'",
                                "'-1'",
                                "'+1'",
                                "' 1'",
                                "'1 '",
                                "'1.5'",
                                "'0.005'",
                                "'1e2'",
                                "'127'",
                                "'128'",
                                "'99999999999999999999'",
                                "''",
                                "'-'",
                                "'00012'",
                                "'0x10'",
                                "'.5'",
                                "'5.'",
                                "'1_000'")
                        : List.of();
        };
    }

    static boolean isWhole(SqlType type) {
        return WHOLE.contains(type.name());
    }

    static boolean isNumber(SqlType type) {
        return isWhole(type)
                || type.is("double")
                || type.is("real")
                || type.name().startsWith("decimal");
    }
}
