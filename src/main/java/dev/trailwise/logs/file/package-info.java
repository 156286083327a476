/** Opens log files: compression, archives, byte order marks, names. */
@NullMarked
package dev.trailwise.logs.file;

import org.jspecify.annotations.NullMarked;
