/**
 * What all translators of a query share: a translated expression and what names mean, the query around, and the interface by which a translator has the
 * parts of its expression translated.
 */
@NullMarked
package dev.trailwise.sql.duckdb.translation;

import org.jspecify.annotations.NullMarked;
