package dev.trailwise.query.detection;

import java.util.List;

/**
 * What a saved query says of its findings.
 *
 * @param level how much one matters
 * @param falsePositives when one means no harm; may be empty
 */
public record Detection(Level level, String falsePositives) {
    /** The same in words. */
    public List<String> lines() {
        return falsePositives.isEmpty()
                ? List.of("Level: " + level)
                : List.of("Level: " + level, "False positives: " + falsePositives);
    }
}
