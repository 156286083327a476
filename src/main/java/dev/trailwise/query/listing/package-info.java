/** Finds saved queries and lists them for people and programs. */
@NullMarked
package dev.trailwise.query.listing;

import org.jspecify.annotations.NullMarked;
