package dev.trailwise.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.engine.ResultColumn;
import dev.trailwise.text.CellWidth;
import dev.trailwise.text.Sanitizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any rows: formats that programs read give the values back, those that people read are harmless. */
class RenderersLawsTest {
    private static final RenderOptions PLAIN = RenderOptions.defaults();
    private static final int ROUNDS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void csv_gives_every_value_back(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Answers.Sample sample = Answers.random(random);
            String csv = Answers.render(Format.CSV, PLAIN, sample.columns(), sample.rows());
            assertThat(parseCsv(csv)).as("seed %d round %d", seed, round).isEqualTo(expected(sample));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void tsv_gives_every_value_back(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Answers.Sample sample = Answers.random(random);
            String tsv = Answers.render(Format.TSV, PLAIN, sample.columns(), sample.rows());
            List<List<@Nullable String>> parsed = tsv.lines()
                    .map(line -> Arrays.stream(line.split("\t", -1))
                            .map(RenderersLawsTest::unescapeTsv)
                            .toList())
                    .map(RenderersLawsTest::nullable)
                    .toList();
            // lines() also ends lines at a lone CR, which tsv escapes: so equality proves that too.
            assertThat(parsed).as("seed %d round %d", seed, round).isEqualTo(expected(sample));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void json_is_what_jackson_reads_as_the_same_values(long seed) throws IOException {
        ObjectMapper jackson = new ObjectMapper();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Answers.Sample sample = Answers.random(random);
            List<Map<String, Object>> expected = objects(sample);
            String json = Answers.render(Format.JSON, PLAIN, sample.columns(), sample.rows());
            assertThat(jackson.readValue(json, new TypeReference<List<Map<String, Object>>>() {}))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(expected);
            String lines = Answers.render(Format.NDJSON, PLAIN, sample.columns(), sample.rows());
            List<Map<String, Object>> read = new ArrayList<>();
            for (String line : lines.lines().toList()) {
                read.add(jackson.readValue(line, new TypeReference<Map<String, Object>>() {}));
            }
            assertThat(read).as("seed %d round %d", seed, round).isEqualTo(expected);
            assertHarmless(json + lines, seed, round);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12, 13})
    void a_table_is_harmless_and_no_line_is_wider_than_the_terminal(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Answers.Sample sample = Answers.random(random);
            int width = RenderOptions.LEAST_WIDTH + random.nextInt(150);
            String table = Answers.render(Format.TABLE, PLAIN.withWidth(width), sample.columns(), sample.rows());
            assertHarmless(table, seed, round);
            assertThat(table.lines().mapToInt(CellWidth::of).max().orElse(0))
                    .as("seed %d round %d width %d:%n%s", seed, round, width, table)
                    .isLessThanOrEqualTo(width);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {14, 15})
    void markdown_is_harmless_and_every_line_has_all_cells(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Answers.Sample sample = Answers.random(random);
            String markdown = Answers.render(Format.MARKDOWN, PLAIN, sample.columns(), sample.rows());
            assertHarmless(markdown, seed, round);
            assertThat(markdown).doesNotContain("<", "p://", "www.");
            assertThat(markdown.lines())
                    .as("seed %d round %d", seed, round)
                    .hasSize(sample.rows().size() + 2)
                    .allMatch(line -> bars(line) == sample.columns().size() + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 17})
    void csv_and_tsv_are_harmless_on_a_terminal(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Answers.Sample sample = Answers.random(random);
            RenderOptions terminal = PLAIN.withTerminal(true);
            assertHarmless(Answers.render(Format.CSV, terminal, sample.columns(), sample.rows()), seed, round);
            String tsv = Answers.render(Format.TSV, terminal, sample.columns(), sample.rows());
            assertHarmless(tsv.replace('\t', ' '), seed, round);
        }
    }

    private static void assertHarmless(String text, long seed, int round) {
        assertThat(text.codePoints()
                        .filter(c -> c != '\n' && Sanitizer.hidden(c))
                        .mapToObj(Integer::toHexString))
                .as("hidden characters, seed %d round %d", seed, round)
                .isEmpty();
    }

    private static long bars(String line) {
        return line.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count();
    }

    /** The names and the rows as text; what UTF-8 cannot carry replaced. */
    private static List<List<@Nullable String>> expected(Answers.Sample sample) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(
                sample.columns().stream().map(column -> carried(column.name())).toList()));
        for (@Nullable Object[] row : sample.rows()) {
            List<@Nullable String> cells = new ArrayList<>();
            for (Object value : row) {
                cells.add(value == null ? null : carried(value.toString()));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String carried(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SURROGATE) {
                result.append('\uFFFD');
            } else {
                result.appendCodePoint(c);
            }
        });
        return result.toString();
    }

    private static List<Map<String, Object>> objects(Answers.Sample sample) {
        List<String> keys = new ArrayList<>();
        for (ResultColumn column : sample.columns()) {
            String key = column.name();
            for (int n = 2; keys.contains(key); n++) {
                key = column.name() + "_" + n;
            }
            keys.add(key);
        }
        List<Map<String, Object>> objects = new ArrayList<>();
        for (@Nullable Object[] row : sample.rows()) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
                object.put(carried(keys.get(i)), row[i] instanceof String text ? carried(text) : row[i]);
            }
            objects.add(object);
        }
        return objects;
    }

    private static List<@Nullable String> nullable(List<String> cells) {
        return new ArrayList<>(cells.stream()
                .map(c -> Objects.equals(c, "\u0001NULL") ? null : c)
                .toList());
    }

    private static String unescapeTsv(String cell) {
        if (cell.equals("\\N")) {
            return "\u0001NULL";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (cell.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> cell.charAt(i);
                };
            }
            text.append(c);
        }
        return text.toString();
    }

    /** A small RFC 4180 reader that tells an empty cell, NULL, from an empty quoted one. */
    private static List<List<@Nullable String>> parseCsv(String csv) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<@Nullable String> row = new ArrayList<>();
        int i = 0;
        while (i < csv.length()) {
            StringBuilder cell = new StringBuilder();
            boolean quoted = csv.charAt(i) == '"';
            if (quoted) {
                i++;
                while (csv.charAt(i) != '"' || csv.startsWith("\"\"", i)) {
                    cell.append(csv.charAt(i));
                    i += csv.charAt(i) == '"' ? 2 : 1;
                }
                i++;
            } else {
                while (csv.charAt(i) != ',' && csv.charAt(i) != '\n') {
                    cell.append(csv.charAt(i++));
                }
            }
            row.add(quoted || cell.length() > 0 ? cell.toString() : null);
            if (csv.charAt(i++) == '\n') {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }
}
