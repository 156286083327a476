/** Sigma rules for CloudTrail: read from files, checked, and converted to conditions in Athena SQL. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.sigma;
