/** Converts the conditions of Sigma rules to Athena SQL over the table of CloudTrail events. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.sigma.sql;
