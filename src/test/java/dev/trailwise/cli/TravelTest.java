package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.testing.PlaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Impossible travel as a user looks for it. */
class TravelTest {
    private static final String BERLIN = "198.51.100.10";
    private static final String POTSDAM = "198.51.100.11";
    private static final String NEW_YORK = "203.0.113.7";
    private static final String SYDNEY = "2001:db8::7";
    private static final String NOWHERE = "203.0.113.99";

    @TempDir
    Path folder;

    @BeforeEach
    void writePlaces() throws IOException {
        new PlaceFile()
                .city(BERLIN, "Berlin", "DE", 52.52, 13.405, 20)
                .city(POTSDAM, "Potsdam", "DE", 52.3906, 13.0645, 20)
                .city(NEW_YORK, "New York", "US", 40.7128, -74.006, 20)
                .city(SYDNEY, "\u001b[31mSydney", "AU", -33.8688, 151.2093, 20)
                .write(folder.resolve("places.mmdb"), "GeoLite2-City");
    }

    @Test
    void a_principal_in_two_places_at_once_is_found_and_a_slow_one_is_not() throws IOException {
        write(
                call("a", "alice", BERLIN, "10:00:00"),
                call("b", "alice", NEW_YORK, "11:59:59"),
                call("c", "bob", BERLIN, "02:00:00"),
                call("d", "bob", NEW_YORK, "14:00:00"),
                call("e", "carol", BERLIN, "10:00:00"),
                call("f", "carol", POTSDAM, "10:00:01"),
                call("g", "dave", BERLIN, "10:00:00"),
                call("h", "erin", NEW_YORK, "10:00:00"));
        Shell.Result result =
                travel("--format", "csv").succeeded().said("1 of 3 changes of address are faster than 1000 km/h");
        // 6,385 km less 20 km around each, in two hours.
        assertThat(result.out().lines().skip(1))
                .containsExactly("arn:aws:iam::111122223333:user/alice,\"Berlin, DE\",\"New York, US\",6345,3172,"
                        + BERLIN + "," + NEW_YORK
                        + ",2026-10-10T10:00:00Z,2026-10-10T11:59:59Z,7199,1,111122223333,a,b");
    }

    @Test
    void the_shortest_of_many_changes_is_judged() throws IOException {
        List<String> calls = new ArrayList<>();
        for (int hour = 0; hour < 20; hour += 4) {
            calls.add(call("b" + hour, "alice", BERLIN, "%02d:00:00".formatted(hour)));
            calls.add(call("n" + hour, "alice", SYDNEY, "%02d:%02d:00".formatted(hour, 59 - hour)));
        }
        write(calls.toArray(String[]::new));
        Shell.Result result = travel("--format", "csv").succeeded();
        assertThat(result.out().lines().skip(1).map(line -> line.split("Z,")[1]))
                .containsExactly("2026-10-10T16:43:00", "2026-10-10T04:00:00");
        assertThat(result.out()).contains(",2580,5,111122223333,b16,n16");
    }

    @Test
    void an_address_without_a_place_leaves_the_answer_incomplete() throws IOException {
        write(call("a", "alice", BERLIN, "10:00:00"), call("b", "alice", NOWHERE, "10:00:01"));
        travel().exited(3)
                .said("1 of 1 changes of address are not judged: GeoLite2-City has no place for one of the addresses");
    }

    @Test
    void a_database_without_coordinates_judges_nothing() throws IOException {
        new PlaceFile()
                .add(BERLIN, Map.of("country", Map.of("iso_code", "DE")))
                .add(NEW_YORK, Map.of("country", Map.of("iso_code", "US")))
                .write(folder.resolve("places.mmdb"), "GeoLite2-Country");
        write(call("a", "alice", BERLIN, "10:00:00"), call("b", "alice", NEW_YORK, "10:00:01"));
        travel().exited(3).said("not judged: GeoLite2-Country has no place");
    }

    @Test
    void names_of_the_database_reach_no_terminal_as_escapes() throws IOException {
        write(call("a", "alice", BERLIN, "10:00:00"), call("b", "alice", SYDNEY, "10:00:01"));
        assertThat(travel().succeeded().out()).contains("Sydney").doesNotContain("\u001b");
    }

    @Test
    void speed_and_distance_are_the_users() throws IOException {
        write(
                call("a", "alice", BERLIN, "10:00:00"),
                call("b", "alice", NEW_YORK, "12:00:00"),
                call("c", "bob", BERLIN, "10:00:00"),
                call("d", "bob", POTSDAM, "10:00:01"));
        assertThat(travel("--max-speed", "4000").succeeded().out()).doesNotContain("alice");
        travel("--fail-on-rows").exited(10);
        travel("--max-speed", "4000", "--fail-on-empty").exited(11);
        travel("--max-speed", "0").exited(2).said("a speed is at least 1 km/h");
    }

    @Test
    void a_file_that_is_no_database_is_refused_before_anything_runs() throws IOException {
        write();
        Files.writeString(folder.resolve("places.mmdb"), "no database");
        travel().exited(2).said("places.mmdb as a database of places (.mmdb)");
        Files.delete(folder.resolve("places.mmdb"));
        travel().exited(2).said("cannot read the database of places", "places.mmdb");
    }

    @Test
    void the_price_is_that_of_one_scan() throws IOException {
        write(call("a", "alice", BERLIN, "10:00:00"));
        assertThat(travel("--dry-run").succeeded().out()).contains("1 GET, 1 LIST", "exact");
    }

    private Shell.Result travel(String... more) {
        return new Shell(folder)
                .run(Stream.concat(
                                Stream.of("travel", "--places", "places.mmdb", "--logs", "logs", "--all-time"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private void write(String... calls) throws IOException {
        Path file = folder.resolve("logs/AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/10/"
                + "111122223333_CloudTrail_us-east-1_20261010T1205Z_0123456789abcdef.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"Records\":[" + String.join(",", calls) + "]}");
    }

    private static String call(String id, String user, String address, String time) {
        return """
                {"eventVersion":"1.08","eventTime":"2026-10-10T%sZ","eventID":"%s","eventName":"ListBuckets",
                "eventSource":"s3.amazonaws.com","awsRegion":"us-east-1","recipientAccountId":"111122223333",
                "sourceIPAddress":"%s","userIdentity":{"type":"IAMUser","userName":"%4$s",
                "arn":"arn:aws:iam::111122223333:user/%4$s","accountId":"111122223333"}}""".formatted(time, id, address, user);
    }
}
