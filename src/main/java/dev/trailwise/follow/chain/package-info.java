/** The walk along credentials: which events link them, what each step asks, and the tree that comes of it. */
@NullMarked
package dev.trailwise.follow.chain;

import org.jspecify.annotations.NullMarked;
