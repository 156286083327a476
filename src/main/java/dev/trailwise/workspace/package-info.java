/** What the queries of one process share: settings, saved queries, tables, folders, logs, engines, and where rows go. */
@NullMarked
package dev.trailwise.workspace;

import org.jspecify.annotations.NullMarked;
