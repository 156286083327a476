/** The columnar store: immutable Parquet segments with a manifest, written in the background, never trusted unchecked. */
@NullMarked
package dev.trailwise.local.store;

import org.jspecify.annotations.NullMarked;
