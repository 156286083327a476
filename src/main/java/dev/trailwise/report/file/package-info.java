/** What is in a report, read from a file; nothing runs here. */
@NullMarked
package dev.trailwise.report.file;

import org.jspecify.annotations.NullMarked;
