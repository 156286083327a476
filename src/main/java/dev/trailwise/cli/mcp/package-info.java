/** A Model Context Protocol server on stdin and stdout: commands as tools, within limits that the model cannot change. */
@org.jspecify.annotations.NullMarked
package dev.trailwise.cli.mcp;
