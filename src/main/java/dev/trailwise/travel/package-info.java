/** Finds principals that called from two places faster than anyone travels, by the user's own database of places. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.travel;
