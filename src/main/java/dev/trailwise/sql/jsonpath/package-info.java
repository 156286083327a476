/** The path language of SQL/JSON, which {@code json_value}, {@code json_query} and {@code json_exists} take. */
@NullMarked
package dev.trailwise.sql.jsonpath;

import org.jspecify.annotations.NullMarked;
