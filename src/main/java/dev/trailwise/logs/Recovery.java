package dev.trailwise.logs;

import dev.trailwise.logs.file.UnreadableInput;
import java.util.Arrays;

/**
 * Finds where reading can go on after damage, so that damage costs one event. That is a line end where there is a document on each line; otherwise a brace followed by the key with which the damaged event or any CloudTrail event begins. A
 * quote inside a JSON string is escaped, so no value of an event can look like that.
 */
final class Recovery {
    private static final byte[] VERSION = {'"', 'e', 'v', 'e', 'n', 't', 'V', 'e', 'r', 's', 'i', 'o', 'n', '"'};

    /** How many bytes an event's first key and the space before it may have. */
    private static final int HEAD = 128;

    private final Slicer outer;
    private final Window window;
    private final Limits limits;
    private byte[] firstKey = VERSION;
    private int at;
    private byte before;
    private long wasted;

    /** What was found after the damage. */
    enum Place {
        LINE("; line skipped"),
        EVENT("; event skipped"),
        NONE(""),
        GIVEN_UP("");

        private final String skipped;

        Place(String skipped) {
            this.skipped = skipped;
        }

        boolean found() {
            return this == LINE || this == EVENT;
        }

        String skipped() {
            return skipped;
        }
    }

    Recovery(Slicer outer, Window window, Limits limits) {
        this.outer = outer;
        this.window = window;
        this.limits = limits;
    }

    void begin() {
        firstKey = VERSION;
        wasted = 0;
    }

    /** Where to read on in the buffer. */
    int at() {
        return at;
    }

    /** Whether the event found is an element of an array, as far as the byte before it tells. */
    boolean inArray() {
        return before == ',' || before == '[';
    }

    /**
     * Looks for a place to read on.
     *
     * @param start where the damaged value or the comma before it begins
     * @param betweenDocuments whether that is not inside an array of events
     * @param lines whether there is a document on each line
     */
    Place after(int start, boolean betweenDocuments, boolean lines) {
        int damaged = outer.failedAt;
        wasted += damaged - start;
        if (wasted > limits.wasted()) {
            return Place.GIVEN_UP;
        }
        try {
            if (betweenDocuments && (lines || !window.hasLineEnd(start, lastWritten(start, damaged)))) {
                return line(start);
            }
            return event(start);
        } catch (UnreadableInput tooFar) {
            return Place.GIVEN_UP;
        }
    }

    private int lastWritten(int start, int damaged) {
        int p = damaged;
        while (p > start && outer.bytes[p - 1] <= ' ') {
            p--;
        }
        return p;
    }

    /** A line end cannot be inside a JSON string: what begins on the next line is a document if it looks like one. */
    private Place line(int start) throws UnreadableInput {
        at = window.nextLine(start);
        boolean document = at < outer.end && (outer.bytes[at] == '{' || outer.bytes[at] == '[');
        return document ? Place.LINE : at >= outer.end ? Place.NONE : event(at);
    }

    private Place event(int start) throws UnreadableInput {
        int p = outer.space(start);
        p = outer.bytes[p] == ',' ? outer.space(p + 1) : p;
        learn(p);
        before = outer.bytes[p];
        p = Math.min(p + 1, outer.end);
        long from = window.offset(p);
        while (true) {
            if (p + HEAD > outer.end && !outer.last) {
                if (window.offset(p) - from > limits.barren() / 4) {
                    throw new UnreadableInput("no event follows");
                }
                window.refill(p);
                p = 0;
            }
            if (p >= outer.end) {
                return Place.NONE;
            }
            byte c = outer.bytes[p];
            if (c == '{' && before != ':' && begins(p)) {
                at = p;
                return Place.EVENT;
            }
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                before = c;
            }
            p++;
        }
    }

    /** Notes the first key of a damaged event: the events after it begin with the same. */
    private void learn(int p) {
        int key = outer.bytes[p] == '{' ? outer.space(p + 1) : outer.end;
        int known = outer.failedAt > p ? outer.failedAt : outer.end;
        int end = key + 1;
        while (end < known && end - key < HEAD / 2 && outer.bytes[end] > ' ' && outer.bytes[end] != '"') {
            end++;
        }
        if (end < known && outer.bytes[key] == '"' && outer.bytes[end] == '"' && end > key + 1) {
            firstKey = Arrays.copyOfRange(outer.bytes, key, end + 1);
        }
    }

    private boolean begins(int brace) {
        int key = outer.space(brace + 1);
        return is(key, firstKey) || is(key, VERSION);
    }

    private boolean is(int p, byte[] key) {
        return p + key.length <= outer.end
                && Arrays.equals(outer.bytes, p, p + key.length, key, 0, key.length)
                && outer.bytes[outer.space(p + key.length)] == ':';
    }
}
