/** Prices a query, and decides whether it may run: the budget, and the person at the terminal. */
@NullMarked
package dev.trailwise.run.price;

import org.jspecify.annotations.NullMarked;
