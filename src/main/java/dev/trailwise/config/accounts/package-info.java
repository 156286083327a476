/** The accounts of an organization by name, as its owner exported them. */
@NullMarked
package dev.trailwise.config.accounts;

import org.jspecify.annotations.NullMarked;
