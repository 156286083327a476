/** What charts show, as data: whoever draws them decides how. */
@NullMarked
package dev.trailwise.chart;

import org.jspecify.annotations.NullMarked;
