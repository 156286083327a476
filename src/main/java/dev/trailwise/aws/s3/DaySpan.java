package dev.trailwise.aws.s3;

import dev.trailwise.trail.DayRange;
import dev.trailwise.trail.LogDay;
import dev.trailwise.trail.TrailLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Days of one account and Region that are listed together, from the first until a key is past the last. That takes one call
 * for each thousand objects, and never more than a call for each day would.
 *
 * @param accountRegion the account and Region
 * @param days which days
 */
record DaySpan(AccountRegion accountRegion, DayRange days) {
    /** Listing days again whose sizes are known costs no more than a separate call while they have at most this many objects. */
    private static final long WORTH_A_CALL = 1000;

    /**
     * The spans that list the wanted days whose sizes are not known, in as few calls as can be predicted.
     *
     * @param known the days that need not be listed
     */
    static List<DaySpan> missing(AccountRegion accountRegion, DayRange wanted, NavigableMap<LogDay, DaySize> known) {
        List<DaySpan> runs = new ArrayList<>();
        Optional<DayRange> open = Optional.empty();
        long between = 0;
        for (LogDay day : (Iterable<LogDay>) wanted.days()::iterator) {
            DaySize contents = known.get(day);
            if (contents != null) {
                between += contents.objects();
            } else if (open.isPresent() && between < WORTH_A_CALL) {
                open = Optional.of(new DayRange(open.get().first(), day));
                between = 0;
            } else {
                open.ifPresent(days -> runs.add(new DaySpan(accountRegion, days)));
                open = Optional.of(new DayRange(day, day));
                between = 0;
            }
        }
        open.ifPresent(days -> runs.add(new DaySpan(accountRegion, days)));
        return runs;
    }

    /** The innermost folder with all of its days, ending with a slash. */
    String prefix(TrailLayout layout) {
        String first = days.first().partitionValue() + "/";
        String last = days.last().partitionValue() + "/";
        int shared = 0;
        while (shared < first.length() && first.charAt(shared) == last.charAt(shared)) {
            shared++;
        }
        return root(layout) + first.substring(0, first.lastIndexOf('/', shared - 1) + 1);
    }

    /** A key that is before all of its own and after those of the days before. */
    String startAfter(TrailLayout layout) {
        return root(layout) + days.first().partitionValue();
    }

    /** The folder of the days, ending with a slash. */
    String root(TrailLayout layout) {
        return layout.regionPrefix(accountRegion.account(), accountRegion.region());
    }

    /** The span up to that day. */
    DaySpan until(LogDay last) {
        return new DaySpan(accountRegion, new DayRange(days.first(), last));
    }

    /** The span from that day. */
    DaySpan from(LogDay first) {
        return new DaySpan(accountRegion, new DayRange(first, days.last()));
    }
}
