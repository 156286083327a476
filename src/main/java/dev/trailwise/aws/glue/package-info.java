/** The Glue catalog: our tables, and the sizes of tables that are not ours. */
@NullMarked
package dev.trailwise.aws.glue;

import org.jspecify.annotations.NullMarked;
