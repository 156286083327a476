/** Sizes of a trail's log files, found by listing S3 and kept for the next estimate. */
@NullMarked
package dev.trailwise.aws.s3;

import org.jspecify.annotations.NullMarked;
