/**
 * AWS on loopback, for tests, benchmarks and trials by hand: real SDK clients call it over the real wire protocols. The page
 * is docs/testing-aws.md.
 */
package dev.trailwise.testing.aws;
