/** Finds trails and their layouts, in the account and in a bucket. */
@NullMarked
package dev.trailwise.aws.trails;

import org.jspecify.annotations.NullMarked;
