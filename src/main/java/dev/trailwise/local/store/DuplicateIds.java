package dev.trailwise.local.store;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * Events of one segment whose {@code eventid} is found more than once, there or in the segments before it.
 *
 * @param own the ordinals of the segment's own files, one an event with that id
 * @param older the ordinals of files of earlier segments that have it too
 * @param ids how many event ids are spread over just these files
 */
public record DuplicateIds(List<Long> own, List<Long> older, long ids) {
    public DuplicateIds {
        own = List.copyOf(own);
        older = List.copyOf(older);
    }

    /**
     * How many of the segment's events repeat another one, when only some files are asked for. Over all segments the sum
     * is exact: of the events with one id, the first in the first segment that is asked for is no repeat.
     */
    public long among(LongPredicate asked) {
        long here = own.stream().filter(asked::test).count();
        boolean before = older.stream().anyMatch(asked::test);
        return here == 0 ? 0 : ids * (before ? here : here - 1);
    }
}
