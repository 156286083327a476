/** Completes command lines in shells: their scripts ask the program, which knows its commands, queries and settings. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.cli.completion;
