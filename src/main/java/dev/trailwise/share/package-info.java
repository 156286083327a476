/** Shares saved queries with those who use Athena's console: as named queries of a workgroup, there and back. */
@NullMarked
package dev.trailwise.share;

import org.jspecify.annotations.NullMarked;
