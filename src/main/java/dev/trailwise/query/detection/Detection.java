package dev.trailwise.query.detection;

/**
 * What a saved query says of its findings.
 *
 * @param level how much one matters
 * @param falsePositives when one means no harm; may be empty
 */
public record Detection(Level level, String falsePositives) {}
