/** Prices as AWS publishes them. */
@NullMarked
package dev.trailwise.aws.prices;

import org.jspecify.annotations.NullMarked;
