package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.ResultType;
import dev.trailwise.engine.RowSink;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Answers to render, and their rendering as text. */
final class Answers {
    private static final String[] NASTY = {
        "",
        " ",
        "-",
        "=1+1",
        "+x",
        "@SUM(A1)",
        "plain",
        "a,b",
        "say \"hi\"",
        "two\nlines",
        "cr\r\nlf",
        "tab\there",
        "back\\slash \\n",
        "\u001b[31mred\u001b[0m",
        "\u009b2J",
        "\u202Egnp.exe",
        "\u2066x\u2069",
        "zero\u200bwidth",
        "\uFEFFbom",
        "\uD800",
        "lone \uDC00 low",
        "日本語のバケット",
        "e\u0301te\u0301",
        "👩‍💻",
        "ａｂ",
        "|pipe|`code`<b>&amp;",
        "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/alice@example.com",
        "\u0000nul",
        "\u007f",
        "\u0085",
        "\u2028line",
        "\uDB40\uDC41tag",
        "한국어",
        "x\u00a0y",
        "http://evil.example www.evil.example",
    };

    private Answers() {}

    static ResultColumn column(String name, ResultType type) {
        return new ResultColumn(name, type);
    }

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    static String render(
            Format format, RenderOptions options, List<ResultColumn> columns, List<@Nullable Object[]> rows) {
        return new String(renderBytes(format, options, columns, rows), StandardCharsets.UTF_8);
    }

    static byte[] renderBytes(
            Format format, RenderOptions options, List<ResultColumn> columns, List<@Nullable Object[]> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowSink sink = format.renderer(options, bytes);
        sink.begin(columns);
        rows.forEach(sink::row);
        sink.finish();
        return bytes.toByteArray();
    }

    /** A value of every type, with hostile text, as an engine would hand them over. */
    static final List<ResultColumn> TYPES = List.of(
            column("name", ResultType.TEXT),
            column("ok", ResultType.BOOLEAN),
            column("n", ResultType.INTEGER),
            column("cost", ResultType.DECIMAL),
            column("ratio", ResultType.REAL),
            column("day", ResultType.DATE),
            column("at", ResultType.TIMESTAMP),
            column("zoned", ResultType.ZONED_TIMESTAMP),
            column("nested", ResultType.NESTED),
            column("name", ResultType.TEXT));

    static List<@Nullable Object[]> typedRows() {
        LocalDateTime ten = LocalDateTime.of(2026, 11, 1, 10, 0);
        ZonedDateTime paris = ten.atZone(ZoneId.of("Europe/Paris"));
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("arn", "arn:aws:s3:::b\u202E");
        nested.put("tags", List.of("a|b", 1L, true));
        nested.put("at", ten);
        nested.put("none", null);
        return List.of(
                row(
                        "alice",
                        true,
                        1L,
                        new BigDecimal("0.10"),
                        1.0E7,
                        LocalDate.of(2026, 11, 1),
                        ten,
                        paris,
                        nested,
                        "x"),
                row(
                        "\u001b]0;owned\u0007bob",
                        false,
                        -42L,
                        new BigDecimal("1E+3"),
                        Double.NaN,
                        LocalDate.of(1970, 1, 1),
                        ten.plusNanos(123_456_000),
                        paris.plusNanos(1),
                        List.of(),
                        "=1+1"),
                row(null, null, null, null, null, null, null, null, null, ""),
                row(
                        "日本|\n`x`<script>&",
                        true,
                        Long.MAX_VALUE,
                        new BigDecimal("12345678901234567890.123456789"),
                        Double.NEGATIVE_INFINITY,
                        LocalDate.of(9999, 12, 31),
                        ten,
                        paris,
                        Map.of(),
                        "C:\\temp\t\"q\", z"));
    }

    /** What an investigator looks at. */
    static final List<ResultColumn> EVENTS = List.of(
            column("eventtime", ResultType.TEXT),
            column("eventname", ResultType.TEXT),
            column("principal", ResultType.TEXT),
            column("sourceipaddress", ResultType.TEXT),
            column("events", ResultType.INTEGER));

    static List<@Nullable Object[]> eventRows() {
        return List.of(
                row(
                        "2026-11-01T10:00:00Z",
                        "CreateAccessKey",
                        "arn:aws:sts::111122223333:assumed-role/OrganizationAccountAccessRole/alice",
                        "203.0.113.25",
                        1L),
                row(
                        "2026-11-01T10:00:07Z",
                        "GetCallerIdentity",
                        "arn:aws:iam::111122223333:user/bob",
                        "cloudtrail.amazonaws.com",
                        12_345L),
                row("2026-11-01T10:01:00Z", "ConsoleLogin", null, "198.51.100.7", null),
                row("2026-11-01T10:02:00Z", "PutObject", "日本語の利用者-日本語の利用者-日本語の利用者", "2001:db8::1", 3L));
    }

    static String nastyText(Random random) {
        StringBuilder text = new StringBuilder(NASTY[random.nextInt(NASTY.length)]);
        while (random.nextInt(3) == 0) {
            text.append(NASTY[random.nextInt(NASTY.length)]);
        }
        return text.toString();
    }

    /** Between one and nine columns and up to forty rows of hostile text, numbers and NULLs. */
    static Sample random(Random random) {
        List<ResultColumn> columns = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            String name = random.nextInt(4) == 0 ? nastyText(random) : "column" + i;
            columns.add(column(name, random.nextBoolean() ? ResultType.TEXT : ResultType.INTEGER));
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int r = random.nextInt(40); r > 0; r--) {
            rows.add(columns.stream()
                    .map(c -> random.nextInt(6) == 0
                            ? null
                            : c.type() == ResultType.TEXT ? nastyText(random) : (Object) random.nextLong())
                    .toArray());
        }
        return new Sample(List.copyOf(columns), Collections.unmodifiableList(rows));
    }

    record Sample(List<ResultColumn> columns, List<@Nullable Object[]> rows) {}
}
