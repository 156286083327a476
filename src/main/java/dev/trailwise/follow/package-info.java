/** Follows a credential: runs the steps of a walk, each within the budget, and shows what led to what. */
@NullMarked
package dev.trailwise.follow;

import org.jspecify.annotations.NullMarked;
