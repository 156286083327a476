package dev.trailwise.query.detection;

import java.util.List;
import java.util.Optional;

/**
 * What a saved query says of its findings.
 *
 * @param level how much one matters
 * @param falsePositives when one means no harm; may be empty
 * @param attribution where a detection of others comes from
 */
public record Detection(Level level, String falsePositives, Optional<Attribution> attribution) {
    /** A detection of one's own. */
    public Detection(Level level, String falsePositives) {
        this(level, falsePositives, Optional.empty());
    }

    /** The same in words. */
    public List<String> lines() {
        return falsePositives.isEmpty()
                ? List.of("Level: " + level)
                : List.of("Level: " + level, "False positives: " + falsePositives);
    }
}
