/** Settings: flags over environment over ./trailwise.yaml over the user's file. */
@NullMarked
package dev.trailwise.config;

import org.jspecify.annotations.NullMarked;
