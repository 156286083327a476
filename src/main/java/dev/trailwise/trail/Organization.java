package dev.trailwise.trail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of an organization in AWS Organizations, as it stands in the keys of an organization trail.
 *
 * @param id such as {@code o-a1b2c3d4e5}; shorter ones than AWS gives are taken, for redacted logs
 */
public record Organization(String id) {
    private static final Pattern SHAPE = Pattern.compile("o-[a-z0-9]{1,32}");

    /** @throws IllegalArgumentException when the text does not look like an organization id */
    public Organization {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("not an organization id: '" + id + "'; it looks like o-a1b2c3d4e5");
        }
    }

    /** The organization that the text names, or nothing when it does not have that shape. */
    public static Optional<Organization> tryParse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Organization(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
