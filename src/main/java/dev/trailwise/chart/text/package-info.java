/** Charts for a terminal, of block characters. */
@NullMarked
package dev.trailwise.chart.text;

import org.jspecify.annotations.NullMarked;
