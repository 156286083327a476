/** The ledger of what ran, what it was to cost and what it cost. */
@NullMarked
package dev.trailwise.history;

import org.jspecify.annotations.NullMarked;
