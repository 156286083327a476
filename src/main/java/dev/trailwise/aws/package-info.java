/** All that talks to AWS: lazy clients, the discovery of trails, the Glue catalog. */
@NullMarked
package dev.trailwise.aws;

import org.jspecify.annotations.NullMarked;
