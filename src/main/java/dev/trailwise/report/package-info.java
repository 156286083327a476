/** Reports: runs the parts of one, priced together before the first, and puts what they answer on a page. */
@NullMarked
package dev.trailwise.report;

import org.jspecify.annotations.NullMarked;
