/** Commands for Sigma rules. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.cli.command.sigma;
