package dev.trailwise.engine;

import java.util.Optional;

/**
 * The result of a query apart from its rows.
 *
 * @param rows how many rows it had
 * @param coverage what was read to answer it; none when the engine does not tell
 */
public record RunResult(long rows, Optional<Coverage> coverage) {}
