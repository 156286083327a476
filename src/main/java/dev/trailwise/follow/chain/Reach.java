package dev.trailwise.follow.chain;

/**
 * How a walk came to a node.
 *
 * @param down whether it follows what the node made
 * @param up whether it looks for what made the node
 */
record Reach(boolean down, boolean up) {
    static final Reach NOT = new Reach(false, false);

    Reach and(Reach other) {
        return new Reach(down || other.down, up || other.up);
    }
}
