/** What makes a saved query a detection: how much its findings matter, and when they do not. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.query.detection;
