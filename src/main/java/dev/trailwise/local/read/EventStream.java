package dev.trailwise.local.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Finds the events of a file, in whatever they come: {@code {"Records": […]}}, arrays, one after another with or
 * without line ends between, EventBridge envelopes, and what LookupEvents prints.
 *
 * <p>Each step reads on from {@link #at}, and moves it when it is done: a step that met the end of the buffer is simply
 * taken again once there is more text.
 */
final class EventStream implements AutoCloseable {
    private static final int MAX_ARRAYS = 8;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private enum Frame {
        RECORDS,
        ARRAY,
        OBJECT
    }

    private final Plan plan;
    private final Slicer outer;
    private final Slicer inner;
    private final Window window;
    private final Text text = new Text();
    private final Frame[] frames = new Frame[2 * MAX_ARRAYS];
    private int depth;
    private boolean first;
    private long documents;

    /** Whether the first document stands on a line of its own. */
    private boolean lines;

    private int at;
    private boolean done;
    private Slicer event;
    private Problems problems = new Problems();
    private boolean digest;

    EventStream(Plan plan, Limits limits) {
        this.plan = plan;
        outer = new Slicer(plan);
        inner = new Slicer(plan);
        event = outer;
        window = new Window(outer, limits);
    }

    /** Begins a file. */
    void open(Path path) {
        depth = 0;
        at = 0;
        digest = false;
        done = false;
        documents = 0;
        lines = false;
        problems = new Problems();
        try {
            window.open(path);
            skipMark();
        } catch (Damage damage) {
            problems.add(damage.reason(), -1);
            done = true;
        }
    }

    private void skipMark() {
        byte[] b = outer.bytes;
        if (outer.end == 0 && window.damage() == null) {
            problems.add("the file is empty", 0);
            done = true;
        } else if (outer.end >= 2 && ((b[0] == -1 && b[1] == -2) || (b[0] == -2 && b[1] == -1))) {
            problems.add("UTF-16 text; save it as UTF-8", 0);
            done = true;
        } else if (outer.end >= BYTE_ORDER_MARK.length
                && java.util.Arrays.equals(b, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            at = BYTE_ORDER_MARK.length;
        }
    }

    /** Moves to the next event; false at the end of the file. */
    boolean next() {
        while (!done) {
            try {
                if (depth == 0 ? document() : step()) {
                    return true;
                }
            } catch (Damage damage) {
                recover(damage);
            }
        }
        return false;
    }

    /** The event that {@link #next} found. */
    Slicer event() {
        return event;
    }

    /** Whether this is a digest file. */
    boolean digest() {
        return digest;
    }

    Problems problems() {
        return problems;
    }

    /** The bytes of text read. */
    long size() {
        return window.size();
    }

    /** Between documents. */
    private boolean document() throws Damage {
        at = outer.space(at);
        if (at >= outer.end) {
            if (!outer.last) {
                throw Damage.underflow();
            }
            done = true;
            Damage damage = window.damage();
            if (damage != null) {
                problems.add(damage.reason(), window.size());
            }
            return false;
        }
        int start = at;
        boolean found = loose(at);
        if (documents++ == 0) {
            lines = depth == 0 && !contains('\n', start, at);
        }
        return found;
    }

    /** Inside an array, or after one in the object that holds it. */
    private boolean step() throws Damage {
        Frame frame = frames[depth - 1];
        byte[] b = outer.bytes;
        int p = outer.space(at);
        if (b[p] == (frame == Frame.OBJECT ? '}' : ']')) {
            depth--;
            first = false;
            at = p + 1;
            return false;
        }
        if (!first) {
            if (b[p] != ',') {
                throw outer.unexpected(p, frame == Frame.OBJECT ? "',' or '}'" : "',' or ']'");
            }
            p = outer.space(p + 1);
        }
        return switch (frame) {
            case RECORDS -> record(p);
            case ARRAY -> loose(p);
            case OBJECT -> member(p);
        };
    }

    private boolean record(int p) throws Damage {
        if (outer.bytes[p] == '{') {
            p = outer.event(p);
            event = outer;
            return found(p);
        }
        outer.depth = 0;
        int after = outer.value(p);
        problems.add("in Records there is something that is no event", window.offset(p));
        first = false;
        at = after;
        return false;
    }

    /** A value that may be an event or hold some. */
    private boolean loose(int p) throws Damage {
        byte c = outer.bytes[p];
        if (c == '[' && depth < MAX_ARRAYS) {
            push(Frame.ARRAY, p + 1);
            return false;
        }
        if (c != '{') {
            outer.depth = 0;
            int after = outer.value(p);
            if (depth == 0 && c != '[' && c != '"' && after < outer.end && outer.bytes[after] > ' ') {
                throw outer.unexpected(after, "white space");
            }
            first = false;
            at = after;
            return false;
        }
        int after = outer.candidate(p);
        digest |= outer.digest;
        if (outer.array != Wrapper.NONE) {
            Wrapper array = outer.array;
            push(Frame.OBJECT, after);
            push(array == Wrapper.RECORDS ? Frame.RECORDS : Frame.ARRAY, after + 1);
            return false;
        }
        if (outer.has(plan.eventText)) {
            event = inner;
            return inner(after);
        }
        event = outer;
        if (outer.looksLikeAnEvent()) {
            return found(after);
        }
        first = false;
        at = after;
        return false;
    }

    private boolean found(int after) {
        first = false;
        at = after;
        return true;
    }

    private void push(Frame frame, int after) throws Damage {
        if (depth == frames.length) {
            throw outer.fail(after, "arrays of events inside each other, too deep");
        }
        frames[depth++] = frame;
        first = true;
        at = after;
    }

    /** After the array, a further member of the object that held it. */
    private boolean member(int p) throws Damage {
        int value = outer.colon(p);
        String key = new String(outer.bytes, p, ValidJson.afterString(outer.bytes, p) - p, StandardCharsets.UTF_8);
        if (key.equals("\"Records\"") && outer.bytes[value] == '[') {
            first = false;
            push(Frame.RECORDS, value + 1);
            return false;
        }
        outer.depth = 0;
        at = outer.value(value);
        first = false;
        return false;
    }

    /** Reads the event that lies as text in the outer one. A bad one is told of and passed over. */
    private boolean inner(int after) {
        int start = outer.from[plan.eventText];
        text.clear();
        text.unescaped(outer.bytes, start + 1, outer.to[plan.eventText] - 1);
        inner.end = text.length();
        text.add(new byte[JsonScanner.PADDING]);
        inner.bytes = text.bytes();
        inner.last = true;
        inner.seal();
        first = false;
        at = after;
        try {
            int p = inner.space(0);
            if (inner.bytes[p] != '{') {
                throw inner.unexpected(p, "an event");
            }
            p = inner.space(inner.event(p));
            if (p < inner.end) {
                throw inner.unexpected(p, "the end of the event");
            }
            return true;
        } catch (Damage damage) {
            problems.add("in CloudTrailEvent: " + damage.reason(), window.offset(start));
            return false;
        }
    }

    private void recover(Damage damage) {
        try {
            if (damage.isUnderflow()) {
                int keep = at;
                at = 0;
                window.refill(keep);
                return;
            }
        } catch (Damage tooLarge) {
            at = outer.failedAt;
            damage = tooLarge;
        }
        Damage cut = window.damage();
        if (cut != null) {
            boolean inTheText = outer.failedAt < outer.end;
            problems.add(cut.reason() + (inTheText ? "; " + damage.reason() : ""), window.offset(outer.failedAt));
            done = true;
            return;
        }
        long offset = window.offset(outer.failedAt);
        boolean atTheEnd = outer.failedAt >= outer.end;
        done = !nextLine();
        problems.add(damage.reason() + (done || atTheEnd ? "" : "; its line was skipped"), offset);
        if (done && !atTheEnd) {
            problems.stopped();
        }
    }

    /**
     * Moves to the next line when that is sound. A line end cannot be inside a JSON string; so when documents stand one
     * on a line, or when this one began on the line where the damage is, what begins on the next line is a document
     * again if it looks like one.
     */
    private boolean nextLine() {
        int damaged = outer.failedAt;
        while (damaged > at && outer.bytes[damaged - 1] <= ' ') {
            damaged--;
        }
        if (depth > 0 || (!lines && contains('\n', at, damaged))) {
            return false;
        }
        try {
            while (!contains('\n', at, outer.end)) {
                if (outer.last) {
                    at = outer.end;
                    return true;
                }
                window.refill(outer.end);
                at = 0;
            }
            while (outer.bytes[at] != '\n') {
                at++;
            }
            at = outer.space(at);
            while (at >= outer.end && !outer.last) {
                window.refill(outer.end);
                at = outer.space(0);
            }
        } catch (Damage impossible) {
            return false;
        }
        return at >= outer.end || outer.bytes[at] == '{' || outer.bytes[at] == '[';
    }

    private boolean contains(char wanted, int from, int to) {
        for (int p = from; p < to; p++) {
            if (outer.bytes[p] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Lets go of the file. */
    void shut() throws IOException {
        window.shut();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
