package dev.trailwise.follow.chain;

/**
 * An event by which one credential led to another.
 *
 * @param action as {@code sts:AssumeRole}
 */
public record Link(NodeId from, NodeId to, String action, String time, String eventId) {}
