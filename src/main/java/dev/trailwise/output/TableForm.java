package dev.trailwise.output;

import org.jspecify.annotations.Nullable;

/** The shape of a table. */
interface TableForm {
    /** Writes one row of visible text, null for NULL. */
    void row(@Nullable String[] cells);
}
