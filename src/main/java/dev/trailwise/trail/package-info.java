/** Where CloudTrail logs live and when: accounts, regions, days, layouts of a bucket, and the scope of a question. JDK only. */
@NullMarked
package dev.trailwise.trail;

import org.jspecify.annotations.NullMarked;
