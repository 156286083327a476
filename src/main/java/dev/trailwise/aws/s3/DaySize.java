package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.ListedObject;
import java.time.Instant;

/**
 * The number and size of the objects of one day.
 *
 * @param objects how many files a query reads
 * @param bytes their size
 * @param archived how many more objects no query reads until they are restored
 * @param listedAt when it was listed, in whole seconds
 */
record DaySize(long objects, long bytes, long archived, Instant listedAt) {
    static DaySize none(Instant listedAt) {
        return new DaySize(0, 0, 0, listedAt);
    }

    DaySize plus(ListedObject object) {
        return object.isArchived()
                ? new DaySize(objects, bytes, archived + 1, listedAt)
                : new DaySize(objects + 1, Math.addExact(bytes, object.size()), archived, listedAt);
    }
}
