/** Commands about saved queries. */
@NullMarked
package dev.trailwise.cli.command.queries;

import org.jspecify.annotations.NullMarked;
