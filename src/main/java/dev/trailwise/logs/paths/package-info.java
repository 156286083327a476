/** Which files on this machine are meant by a path, a pattern or a folder. */
@NullMarked
package dev.trailwise.logs.paths;

import org.jspecify.annotations.NullMarked;
