package dev.trailwise.local.read;

import dev.trailwise.local.read.Frames.Frame;
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
    private final Plan plan;
    private final Slicer outer;
    private final EventText inner;
    private final Window window;
    private final Frames frames = new Frames();
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
        inner = new EventText(plan);
        event = outer;
        window = new Window(outer, limits);
    }

    /** Begins a file. */
    void open(Path path) {
        frames.clear();
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
        if (outer.end == 0 && window.damage() == null) {
            problems.add("the file is empty", 0);
            done = true;
        } else if (ByteOrderMark.isUtf16(outer.bytes, outer.end)) {
            problems.add("UTF-16 text; save it as UTF-8", 0);
            done = true;
        } else {
            at = ByteOrderMark.utf8(outer.bytes, outer.end);
        }
    }

    /** Moves to the next event; false at the end of the file. */
    boolean next() {
        while (!done) {
            try {
                if (frames.isEmpty() ? document() : step()) {
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
            lines = frames.isEmpty() && !window.hasLineEnd(start, at);
        }
        return found;
    }

    /** Inside an array, or after one in the object that holds it. */
    private boolean step() throws Damage {
        Frame frame = frames.top();
        byte[] b = outer.bytes;
        int p = outer.space(at);
        if (b[p] == (frame == Frame.OBJECT ? '}' : ']')) {
            frames.pop();
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
        return passed(after);
    }

    /** A value that may be an event or hold some. */
    private boolean loose(int p) throws Damage {
        byte c = outer.bytes[p];
        if (c == '[' && frames.takeMore()) {
            push(Frame.ARRAY, p + 1);
            return false;
        }
        if (c != '{') {
            outer.depth = 0;
            int after = outer.value(p);
            if (frames.isEmpty() && c != '[' && c != '"' && after < outer.end && outer.bytes[after] > ' ') {
                throw outer.unexpected(after, "white space");
            }
            return passed(after);
        }
        int after = outer.candidate(p);
        digest |= outer.digest;
        if (outer.array != Wrapper.NONE) {
            if (!frames.takeMore()) {
                throw outer.fail(after, "arrays of events inside each other, too deep");
            }
            Wrapper array = outer.array;
            push(Frame.OBJECT, after);
            push(array == Wrapper.RECORDS ? Frame.RECORDS : Frame.ARRAY, after + 1);
            return false;
        }
        if (outer.has(plan.eventText)) {
            return inner(after);
        }
        event = outer;
        if (outer.looksLikeAnEvent()) {
            return found(after);
        }
        return passed(after);
    }

    private boolean found(int after) {
        passed(after);
        return true;
    }

    private boolean passed(int after) {
        first = false;
        at = after;
        return false;
    }

    private void push(Frame frame, int after) {
        frames.push(frame);
        first = true;
        at = after;
    }

    /** After the array, a further member of the object that held it. */
    private boolean member(int p) throws Damage {
        int value = outer.colon(p);
        String key = new String(outer.bytes, p, ValidJson.afterString(outer.bytes, p) - p, StandardCharsets.UTF_8);
        if (key.equals("\"Records\"") && outer.bytes[value] == '[') {
            push(Frame.RECORDS, value + 1);
            return false;
        }
        outer.depth = 0;
        return passed(outer.value(value));
    }

    /** Reads the event that lies as text in the outer one. A bad one is told of and passed over. */
    private boolean inner(int after) {
        passed(after);
        int start = outer.from[plan.eventText];
        try {
            event = inner.slice(outer.bytes, start, outer.to[plan.eventText]);
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
        if (!frames.isEmpty() || (!lines && window.hasLineEnd(at, damaged))) {
            return false;
        }
        try {
            at = window.nextLine(at);
        } catch (Damage impossible) {
            return false;
        }
        return at >= outer.end || outer.bytes[at] == '{' || outer.bytes[at] == '[';
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
