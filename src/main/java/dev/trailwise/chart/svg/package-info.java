/** Charts as SVG, drawn with the classes of a style sheet alone: no script, no style attribute, no address. */
@NullMarked
package dev.trailwise.chart.svg;

import org.jspecify.annotations.NullMarked;
