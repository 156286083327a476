/** Guides a person at a terminal through the setup: trail, Athena, table, checks, a first query with its price. */
@NullMarked
package dev.trailwise.setup.guide;

import org.jspecify.annotations.NullMarked;
