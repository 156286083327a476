package dev.trailwise.travel;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an address is, as well as a database knows.
 *
 * @param city its English name, where it is known
 * @param country two letters, ISO 3166
 * @param latitude degrees, south negative
 * @param longitude degrees, west negative
 * @param radius kilometers around it in which the address is with some likelihood; 0 when the database does not say
 */
record Place(Optional<String> city, Optional<String> country, double latitude, double longitude, double radius) {
    private static final double EARTH_RADIUS = 6_371.0088;

    /** The least distance in kilometers that the two radii allow, over the surface of a sphere. */
    double leastDistance(Place other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double chord = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(east / 2));
        double distance = 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
        return Math.max(0, distance - radius - other.radius);
    }

    private static double square(double number) {
        return number * number;
    }

    /** As {@code Berlin, DE}; without a name, its coordinates. */
    @Override
    public String toString() {
        String named = Stream.of(city, country).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return named.isEmpty() ? latitude + " " + longitude : named;
    }
}
