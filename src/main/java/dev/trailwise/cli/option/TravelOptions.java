package dev.trailwise.cli.option;

import dev.trailwise.failure.Failure;
import dev.trailwise.run.QueryRequest;
import dev.trailwise.travel.TravelRequest;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where addresses are, and what is too fast. */
public final class TravelOptions {
    @Option(
            names = "--places",
            paramLabel = "FILE",
            required = true,
            description = "Database of the places of addresses: GeoLite2-City.mmdb or another in its format.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    Path places;

    @Option(
            names = "--max-speed",
            paramLabel = "KM/H",
            defaultValue = "1000",
            description = "Show changes of address that are faster. Default: ${DEFAULT-VALUE}.")
    int speed;

    @Option(
            names = "--min-distance",
            paramLabel = "KM",
            defaultValue = "100",
            description = "Take places that are nearer to each other as one. Default: ${DEFAULT-VALUE}.")
    int distance;

    /**
     * What these options mean, for a query with that scope, engine and output.
     *
     * @throws Failure when a number is negative
     */
    public TravelRequest request(QueryRequest query) {
        if (speed < 1 || distance < 0) {
            throw Failure.usage("a speed is at least 1 km/h, and a distance at least 0 km");
        }
        return new TravelRequest(places, speed, distance, query);
    }
}
