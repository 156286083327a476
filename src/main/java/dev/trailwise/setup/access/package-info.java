/** The IAM policies that each task needs. */
@NullMarked
package dev.trailwise.setup.access;

import org.jspecify.annotations.NullMarked;
