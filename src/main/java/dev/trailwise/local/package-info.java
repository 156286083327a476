/** Questions answered on this machine: the log reader, the columnar store and the DuckDB engine. The only user of DuckDB. */
@NullMarked
package dev.trailwise.local;

import org.jspecify.annotations.NullMarked;
