/** Clients of AWS, made when they are needed, and calls that are retried, paced and explained. */
@NullMarked
package dev.trailwise.aws.client;

import org.jspecify.annotations.NullMarked;
