/** What a query reads of its tables: partitions, and findings about what its author may not mean. */
@NullMarked
package dev.trailwise.sql.scan;

import org.jspecify.annotations.NullMarked;
