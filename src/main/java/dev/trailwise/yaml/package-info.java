/** YAML that knows its lines. */
@NullMarked
package dev.trailwise.yaml;

import org.jspecify.annotations.NullMarked;
