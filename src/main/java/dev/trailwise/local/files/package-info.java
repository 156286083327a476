/** The paths and patterns that name the logs of a query. */
@NullMarked
package dev.trailwise.local.files;

import org.jspecify.annotations.NullMarked;
