package dev.trailwise.hunt.correlation;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** An event in the windows of a group. */
final class Entry {
    final long second;
    final String id;

    /** Which rules of the correlation it matches. */
    final BitSet rules = new BitSet();

    /** The different values of the field of the correlation. */
    final Set<String> values = new LinkedHashSet<>();

    Entry(long second, String id) {
        this.second = second;
        this.id = id;
    }
}
