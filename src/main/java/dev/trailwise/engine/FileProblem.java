package dev.trailwise.engine;

/**
 * A file that could not be read to its end.
 *
 * @param file its path or key
 * @param reason what is wrong with it, in words
 * @param offset where the damage was found, in bytes of the uncompressed text; -1 when not even its start could be read
 * @param eventsKept the events before the damage, which are part of the answer
 */
public record FileProblem(String file, String reason, long offset, long eventsKept) {}
