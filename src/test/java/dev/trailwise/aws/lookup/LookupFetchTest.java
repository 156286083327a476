package dev.trailwise.aws.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.aws.client.AwsClients;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.sample.SampleTrail;
import dev.trailwise.testing.aws.LookupServer;
import dev.trailwise.trail.LogKind;
import dev.trailwise.trail.Region;
import dev.trailwise.trail.TimeRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupFetchTest {
    private static final Instant NOW = Instant.parse("2026-10-11T08:00:00Z");
    private static final TimeRange TIMES =
            new TimeRange(Instant.parse("2026-10-06T00:00:00Z"), Instant.parse("2026-10-08T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void a_fetch_that_is_stopped_keeps_what_it_has_and_the_next_goes_on_from_there() throws IOException {
        SampleTrail.write(folder.resolve("trail"));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        List<Optional<Duration>> forecasts = new CopyOnWriteArrayList<>();
        try (LookupServer server = new LookupServer(folder.resolve("trail"), SampleTrail.PRODUCTION, clock);
                AwsClients clients = new AwsClients(server.environment(), null, Optional.empty())) {
            List<LookupFetch> running = new CopyOnWriteArrayList<>();
            LookupFetch fetch = new LookupFetch(clients, job(), (events, left, regions) -> {
                forecasts.add(left);
                if (events > 100) {
                    running.forEach(LookupFetch::stop);
                }
            });
            running.add(fetch);

            assertThatThrownBy(fetch::run)
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.INTERRUPTED));
            int before = server.requests().size();
            LookupFetch next = new LookupFetch(clients, job(), (events, left, regions) -> {});
            LookupFetch.Fetched fetched = next.run();

            assertThat(before).isGreaterThan(2);
            assertThat(server.requests().subList(before, server.requests().size()))
                    .allSatisfy(
                            request -> assertThat(request.body().path("EndTime").asLong())
                                    .isLessThan(TIMES.to().getEpochSecond() - 1));
            assertThat(server.busiestSecond()).isLessThanOrEqualTo(2);
            assertThat(forecasts).anySatisfy(left -> assertThat(left).isPresent());
            assertThat(fetched.failed()).isEmpty();
            assertThat(records(fetched.files())).containsExactlyInAnyOrderElementsOf(served(server));
        }
    }

    private LookupJob job() {
        return new LookupJob(
                folder.resolve("kept"),
                folder.resolve("recent"),
                SampleTrail.PRODUCTION,
                new TreeSet<>(List.of(Region.US_EAST_1)),
                Map.of(LogKind.EVENTS, LookupFilter.NONE),
                TIMES,
                NOW);
    }

    private static List<String> served(LookupServer server) {
        return server.records(Region.US_EAST_1).stream()
                .filter(record -> TIMES.contains(Instant.parse(time(record))))
                .toList();
    }

    private static String time(String record) {
        int at = record.indexOf("\"eventTime\":\"") + 13;
        return record.substring(at, at + 20);
    }

    private static List<String> records(List<Path> files) throws IOException {
        List<String> records = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .path("Records")
                        .forEach(record -> records.add(record.toString()));
            }
        }
        return records;
    }
}
