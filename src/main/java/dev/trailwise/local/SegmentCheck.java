package dev.trailwise.local;

import dev.trailwise.local.store.Segment;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Looks at segments before they are trusted, each once and all at the same time. */
final class SegmentCheck {
    private final Predicate<Segment> trusted;
    private final Map<Segment, Background<Boolean>> checks = new LinkedHashMap<>();

    /** @param trusted tells whether a segment is as it was written */
    SegmentCheck(Predicate<Segment> trusted) {
        this.trusted = trusted;
    }

    /** Those of the segments that are as they were written. The others are deleted, so that a build replaces them. */
    Set<Segment> intact(Set<Segment> segments) {
        Map<Segment, Background<Boolean>> running = new LinkedHashMap<>();
        for (Segment segment : segments) {
            running.put(
                    segment,
                    checks.computeIfAbsent(segment, key -> Background.start("check", () -> intactOrDeleted(key))));
        }
        Set<Segment> intact = new LinkedHashSet<>();
        running.forEach((segment, check) -> {
            if (check.get()) {
                intact.add(segment);
            }
        });
        return intact;
    }

    private boolean intactOrDeleted(Segment segment) {
        if (trusted.test(segment)) {
            return true;
        }
        try {
            segment.delete();
        } catch (IOException readOnly) {
            return false; // it stays there, and stays untrusted
        }
        return false;
    }
}
