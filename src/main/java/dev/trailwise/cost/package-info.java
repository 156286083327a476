/** Bytes and dollars: prices, estimates, budgets. */
@NullMarked
package dev.trailwise.cost;

import org.jspecify.annotations.NullMarked;
