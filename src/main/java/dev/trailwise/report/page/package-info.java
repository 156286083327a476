/** A page of HTML that is whole in one file and loads nothing; nothing runs here. */
@NullMarked
package dev.trailwise.report.page;

import org.jspecify.annotations.NullMarked;
