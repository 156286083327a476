/** What a Sigma rule says: reads the YAML of rules and filters. Knows neither SQL nor the table. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.sigma.rule;
