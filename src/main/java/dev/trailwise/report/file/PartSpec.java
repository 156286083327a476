package dev.trailwise.report.file;

import dev.trailwise.query.detection.Level;
import dev.trailwise.sql.text.SqlSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A part of a report. */
public sealed interface PartSpec {
    /** Its heading; nothing for the usual one. */
    Optional<String> title();

    /** What happened: when, by whom, from where. */
    record Overview(Optional<String> title) implements PartSpec {}

    /**
     * What detections find.
     *
     * @param detections these alone; empty for all
     * @param topics those of these topics; empty for all
     * @param techniques those of these ATT&amp;CK techniques; empty for all
     * @param least those of at least this level
     * @param sigma Sigma rules in their place; empty for none
     * @param parameters {@code key=value}
     */
    record Hunt(
            Optional<String> title,
            List<String> detections,
            List<String> topics,
            List<String> techniques,
            Level least,
            List<Path> sigma,
            List<String> parameters)
            implements PartSpec {
        public Hunt {
            detections = List.copyOf(detections);
            topics = List.copyOf(topics);
            techniques = List.copyOf(techniques);
            sigma = List.copyOf(sigma);
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * The rows of a saved query.
     *
     * @param parameters {@code key=value}
     */
    record Saved(Optional<String> title, String query, List<String> parameters) implements PartSpec {
        public Saved {
            parameters = List.copyOf(parameters);
        }
    }

    /** The rows of SQL. */
    record Sql(Optional<String> title, SqlSource sql) implements PartSpec {}

    /**
     * What a credential led to and came from.
     *
     * @param credential an access key, an ARN, a name, an address or an event id
     * @param siblings whether what an ancestor made is followed too
     */
    record Follow(Optional<String> title, String credential, boolean siblings) implements PartSpec {}
}
