package dev.trailwise.output;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.testing.Golden;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The look of every format, hostile rows included; {@code -Dgolden.update=true} rewrites the files. */
class RenderersGoldenTest {
    private static final RenderOptions PLAIN = RenderOptions.defaults();

    static Stream<Arguments> cases() {
        return Stream.of(
                types("types.csv", Format.CSV, PLAIN),
                types(
                        "types-terminal-spreadsheet.csv",
                        Format.CSV,
                        PLAIN.withTerminal(true).withSpreadsheetSafe(true)),
                types("types.tsv", Format.TSV, PLAIN),
                types("types.json", Format.JSON, PLAIN),
                types("types.ndjson", Format.NDJSON, PLAIN),
                types("types.md", Format.MARKDOWN, PLAIN),
                types("types-records.txt", Format.TABLE, PLAIN),
                types("types-wide.txt", Format.TABLE, PLAIN.withWidth(400)),
                events("events-80.txt", PLAIN),
                events("events-100.txt", PLAIN.withWidth(100)),
                events("events-200.txt", PLAIN.withWidth(200)),
                events("events-40.txt", PLAIN.withWidth(40)),
                events("events-color.txt", PLAIN.withWidth(100).withColor(true)),
                events("events-no-header.txt", PLAIN.withWidth(100).withHeader(false)),
                events(
                        "events-columns-limit.txt",
                        PLAIN.withColumns(List.of("Events", "eventName")).withLimit(2)));
    }

    private static Arguments types(String file, Format format, RenderOptions options) {
        return Arguments.of(file, format, options, Answers.TYPES, Answers.typedRows());
    }

    private static Arguments events(String file, RenderOptions options) {
        return Arguments.of(file, Format.TABLE, options, Answers.EVENTS, Answers.eventRows());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void looks_as_in_the_golden_file(
            String file,
            Format format,
            RenderOptions options,
            List<ResultColumn> columns,
            List<@Nullable Object[]> rows) {
        Golden.assertMatches("output/" + file, Answers.render(format, options, columns, rows));
    }
}
