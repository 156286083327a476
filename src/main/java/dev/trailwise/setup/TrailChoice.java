package dev.trailwise.setup;

import java.util.Optional;

/**
 * Which logs the settings are to be about, as far as a person says.
 *
 * @param bucket the bucket; else those of the trails that there are
 * @param prefix the trail's S3 key prefix, or a path that begins with it
 * @param organization the id of an organization, or {@code none} for logs of single accounts
 */
public record TrailChoice(Optional<String> bucket, Optional<String> prefix, Optional<String> organization) {
    private static final String NO_ORGANIZATION = "none";

    /** People name the whole path that they see in the console. */
    public TrailChoice {
        prefix = prefix.map(TrailChoice::prefix);
    }

    static String prefix(String written) {
        return written.replaceFirst("(^|/)AWSLogs(/.*)?$", "").replaceAll("^/+|/+$", "");
    }

    /** Whether logs of this organization, or of none, are meant. */
    boolean isOf(Optional<String> id) {
        return organization.isEmpty() || organization.equals(Optional.of(id.orElse(NO_ORGANIZATION)));
    }
}
