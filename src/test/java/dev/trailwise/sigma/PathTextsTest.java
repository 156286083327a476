package dev.trailwise.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.engine.ResultColumn;
import dev.trailwise.engine.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local engine knows the SQL of the texts at a JSON path by its form, and answers it with one function. */
class PathTextsTest {
    /** With another name for the variable, it is translated piece by piece. */
    private static final String TEXTS =
            "transform(CAST(json_extract(json_query(%s, 'lax $%s' WITH ARRAY WRAPPER), '$') AS array(json)),"
                    + " %s -> coalesce(json_extract_scalar(%3$s, '$'), nullif(json_format(%3$s), 'null')))";

    @TempDir
    Path logs;

    @Test
    void one_function_gives_what_its_parts_give() throws IOException {
        try (HuntedEvents events = new HuntedEvents(logs, new RandomEvents(7).events(200))) {
            for (String path : List.of(
                    ".\"userName\"[*]",
                    ".\"items\".\"name\"[*]",
                    ".\"items\".\"deep\".\"list\"",
                    ".\"x-key\"",
                    "",
                    "[*]")) {
                String one = TEXTS.formatted("requestparameters", path, "j");
                String parts = TEXTS.formatted("requestparameters", path, "k");
                assertThat(count(events, one + " IS DISTINCT FROM " + parts))
                        .as(path)
                        .isZero();
                assertThat(count(events, "cardinality(" + one + ") > 0"))
                        .as(path)
                        .isPositive();
            }
            String odd =
                    "coalesce(errorcode, '{\"a\": [1.50, 1e2, \"\\u00e9\\\"\", null, {\"b\": \"ü\", \"a\": []}]}')";
            assertThat(count(
                            events,
                            TEXTS.formatted(odd, ".\"a\"[*]", "j") + " IS DISTINCT FROM "
                                    + TEXTS.formatted(odd, ".\"a\"[*]", "k")))
                    .isZero();
        }
    }

    private static int count(HuntedEvents events, String condition) {
        int[] rows = new int[1];
        events.ask("SELECT eventid FROM cloudtrail WHERE " + condition, new RowSink() {
            @Override
            public void begin(List<ResultColumn> columns) {}

            @Override
            public void row(@Nullable Object[] values) {
                rows[0]++;
            }

            @Override
            public void finish() {}
        });
        return rows[0];
    }
}
