package dev.trailwise.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.logs.paths.LogPaths;
import dev.trailwise.testing.TestLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that a segment holds in another form than the logs are the same in an answer. */
class StoredValuesTest {
    private static final String EVENTS = "\"sec\".\"events\"";

    @TempDir
    Path root;

    @TempDir
    Path cache;

    @Test
    void ids_come_back_as_they_were_whether_they_are_uuids_or_not() throws IOException {
        List<String> ids = List.of(
                "\"6c7f1d0e-3a52-4f7c-9d25-0f6a8b1c2d3e\"",
                "\"6C7F1D0E-3A52-4F7C-9D25-0F6A8B1C2D3F\"",
                "\"6c7f1d0e3a524f7c9d250f6a8b1c2d3e\"",
                "\"{6c7f1d0e-3a52-4f7c-9d25-0f6a8b1c2d}\"",
                "\"6c7f1d0e-3a52-4f7c-9d25-0f6a8b1c2d3g\"",
                "\"6c7f1d0e3-a52-4f7c-9d25-0f6a8b1c2d3e\"",
                "\" c7f1d0e-3a52-4f7c-9d25-0f6a8b1c2d3e\"",
                "\"C3D13FE58DE4C810\"",
                "\"ünïcode, of 36 characters, no less !!\"",
                "\"\"",
                "null",
                "17");
        StringBuilder events = new StringBuilder();
        for (String id : ids) {
            events.append("{\"eventVersion\":\"1.11\",\"eventTime\":\"2026-11-01T00:00:00Z\",\"eventID\":")
                    .append(id)
                    .append(",\"requestID\":")
                    .append(id)
                    .append(",\"sharedEventID\":")
                    .append(id)
                    .append("}\n");
        }
        Logs.file(root.resolve("ids.json.gz"), events.toString());
        String question = "SELECT eventid, requestid, sharedeventid FROM " + EVENTS + " WHERE eventversion = '1.11'";
        Collected cold = ask(question, Optional.empty());
        build();

        Collected warm = ask(question, Optional.of(cache));

        assertThat(cold.rows).hasSizeGreaterThanOrEqualTo(ids.size());
        assertThat(sorted(warm)).isEqualTo(sorted(cold));
        assertThat(ask(question + " AND eventid = " + ids.get(1).replace('"', '\''), Optional.of(cache)).rows)
                .hasSize(1);
    }

    @Test
    void addresses_are_read_from_the_store_though_services_stand_among_them() throws IOException {
        List<String> sources = List.of(
                "198.51.100.7",
                "cloudtrail.amazonaws.com",
                "2001:db8::1",
                "AWS Internal",
                "",
                "::ffff:10.1.2.3",
                "::1");
        StringBuilder events = new StringBuilder();
        for (int k = 0; k < 700; k++) {
            events.append("{\"eventVersion\":\"1.11\",\"eventTime\":\"2026-11-01T00:00:00Z\",\"eventID\":\"e")
                    .append(k)
                    .append("\",\"sourceIPAddress\":\"")
                    .append(sources.get(k % sources.size()))
                    .append("\"}\n");
        }
        Logs.file(root.resolve("addresses.json.gz"), events.toString());
        String address = "TRY_CAST(sourceipaddress AS ipaddress)";
        String question = "SELECT eventid, CAST(" + address + " AS varchar), contains('10.0.0.0/8', " + address
                + ") FROM " + EVENTS + " WHERE eventversion = '1.11'";
        String cast = "SELECT CAST(sourceipaddress AS ipaddress) FROM " + EVENTS + " WHERE sourceipaddress LIKE '%:%'";
        Collected cold = ask(question, Optional.empty());
        Collected coldCast = ask(cast, Optional.empty());
        build();

        assertThat(cold.rows).hasSizeGreaterThanOrEqualTo(700);
        assertThat(sorted(ask(question, Optional.of(cache)))).isEqualTo(sorted(cold));
        assertThat(sorted(ask(cast, Optional.of(cache)))).isEqualTo(sorted(coldCast));
    }

    private void build() {
        assertThat(StoreBuild.run(LogPaths.of(root), cache, Questions.EVERYTHING, TestLimits.enough(), true)
                        .outcome())
                .isEqualTo(StoreBuild.Outcome.BUILT);
    }

    private Collected ask(String sql, Optional<Path> store) {
        try (LocalEngine engine = LocalEngine.open(root, store, TestLimits.enough(), Clock.systemUTC())) {
            return Collected.of(engine.start(Questions.ask(sql, Questions.EVERYTHING)));
        }
    }

    private static List<String> sorted(Collected answer) {
        return answer.rows.stream().map(List::toString).sorted().toList();
    }
}
