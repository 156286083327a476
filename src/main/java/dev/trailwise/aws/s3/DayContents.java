package dev.trailwise.aws.s3;

import dev.trailwise.aws.client.ListedObject;
import java.time.Instant;

/**
 * What the folder of one day holds.
 *
 * @param objects how many files a query reads
 * @param bytes their size
 * @param archived how many more it holds that no query reads until they are restored
 * @param listedAt when it was listed, in whole seconds
 */
record DayContents(long objects, long bytes, long archived, Instant listedAt) {
    static DayContents none(Instant listedAt) {
        return new DayContents(0, 0, 0, listedAt);
    }

    DayContents plus(ListedObject object) {
        return object.isArchived()
                ? new DayContents(objects, bytes, archived + 1, listedAt)
                : new DayContents(objects + 1, Math.addExact(bytes, object.size()), archived, listedAt);
    }
}
