/** The events that CloudTrail itself keeps for 90 days, fetched with LookupEvents into local log files. */
@NullMarked
package dev.trailwise.aws.lookup;

import org.jspecify.annotations.NullMarked;
