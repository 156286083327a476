/** Runs many detections at once: those that only pick events share one statement and one scan. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.hunt;
