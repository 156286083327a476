package dev.trailwise.logs;

import dev.trailwise.logs.Frames.Frame;
import dev.trailwise.logs.file.ByteOrderMark;
import dev.trailwise.logs.file.UnreadableInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events of a file, in whatever they come: {@code {"Records": […]}}, arrays, one after another with or
 * without line ends between, the envelopes of EventBridge, CloudWatch Logs, SNS, SQS and Elasticsearch, and what
 * LookupEvents prints.
 *
 * <p>Each step reads on from {@link #at}, and moves it when it is done: a step that met the end of the buffer is simply
 * taken again once there is more text.
 */
final class EventStream implements AutoCloseable {
    /** How many texts inside each other may contain events; SNS inside SQS is two. */
    private static final int MOST_TEXTS = 4;

    private final Plan plan;
    private final Slicer outer;
    private final Window window;
    private final Recovery recovery;
    private final Frames frames = new Frames();
    private final int texts;
    private final Limits limits;
    private boolean first;
    private long documents;

    /** Whether the first document has a line of its own. */
    private boolean lines;

    private int at;
    private boolean done;
    private Slicer event;
    private Problems problems = new Problems();
    private boolean digest;

    /** Where the last event ended in the text. */
    private long progress;

    /** Objects that are CloudTrail events by their keys. */
    private long recognized;

    /** Values that neither are nor contain one. */
    private long unrecognized;

    /** Reads the text that is being unpacked. */
    private @Nullable EventStream inner;

    private boolean unpacking;
    private int textAt;
    private boolean textMustBeEvent;

    EventStream(Plan plan, Limits limits) {
        this(plan, limits, 0);
    }

    private EventStream(Plan plan, Limits limits, int texts) {
        this.plan = plan;
        this.limits = limits;
        this.texts = texts;
        outer = new Slicer(plan);
        event = outer;
        window = new Window(outer, limits);
        recovery = new Recovery(outer, window, limits);
    }

    /** Begins a file. */
    void open(Path path) {
        begin();
        try {
            window.open(path);
            skipMark();
        } catch (UnreadableInput damage) {
            problems.add(damage.reason(), -1);
            done = true;
        }
    }

    private void open(TextBuffer text) {
        begin();
        window.open(text);
    }

    private void begin() {
        frames.clear();
        recovery.begin();
        at = 0;
        digest = false;
        done = false;
        documents = 0;
        lines = false;
        progress = 0;
        recognized = 0;
        unrecognized = 0;
        unpacking = false;
        problems = new Problems();
    }

    private void skipMark() {
        if (outer.end == 0 && window.damage() == null) {
            problems.add("empty file", 0);
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
        while (!done || unpacking) {
            try {
                if (unpacking ? unpacked() : frames.isEmpty() ? document() : step()) {
                    return true;
                }
            } catch (UnreadableInput damage) {
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

    /** Whether there is JSON, but nothing in it is a CloudTrail event. */
    boolean isForeign() {
        return recognized == 0 && unrecognized > 0 && !digest;
    }

    Problems problems() {
        return problems;
    }

    /** The text of the file, as far as it was read. */
    Window text() {
        return window;
    }

    /** Between documents. */
    private boolean document() throws UnreadableInput {
        at = outer.space(at);
        if (at >= outer.end) {
            if (!outer.last) {
                throw UnreadableInput.underflow();
            }
            done = true;
            UnreadableInput damage = window.damage();
            if (damage != null) {
                problems.add(damage.reason(), window.size());
            } else if (documents == 0 && problems.isEmpty()) {
                problems.add("empty file", window.size());
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

    /** Inside an array, or after one in the object that contains it. */
    private boolean step() throws UnreadableInput {
        Frame frame = frames.top();
        byte[] b = outer.bytes;
        int p = outer.space(at);
        if (frame == Frame.VALUE ? !first : b[p] == (frame == Frame.OBJECT ? '}' : ']')) {
            frames.pop();
            first = false;
            at = frame == Frame.VALUE ? p : p + 1;
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
            case ARRAY, VALUE -> loose(p);
            case OBJECT -> member(p);
        };
    }

    private boolean record(int p) throws UnreadableInput {
        if (outer.bytes[p] != '{') {
            outer.depth = 0;
            int after = outer.value(p);
            problems.add("an element of Records is not an event", window.offset(p));
            return passed(after);
        }
        int after = outer.event(p);
        if (!outer.looksLikeAnEvent() && frames.takeMore()) {
            outer.candidate(p);
            if (outer.inside != Wrapper.NONE || outer.has(plan.text)) {
                return loose(p);
            }
            unrecognized++;
            after = outer.event(p);
        } else {
            recognized++;
        }
        event = outer;
        return found(after);
    }

    /** A value that may be an event or contain some. */
    private boolean loose(int p) throws UnreadableInput {
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
            unrecognized++;
            return passed(after);
        }
        int after = outer.candidate(p);
        digest |= outer.digest;
        if (outer.inside != Wrapper.NONE) {
            if (!frames.takeMore()) {
                throw outer.fail(after, "arrays of events inside each other, too deep");
            }
            boolean records = outer.inside == Wrapper.RECORDS;
            push(Frame.OBJECT, after);
            if (outer.bytes[after] == '{') {
                push(Frame.VALUE, after);
            } else {
                push(records ? Frame.RECORDS : Frame.ARRAY, after + 1);
            }
            return false;
        }
        if (outer.has(plan.eventText)) {
            return unpack(plan.eventText, true, after);
        }
        if (outer.has(plan.text)) {
            return unpack(plan.text, false, after);
        }
        if (outer.looksLikeAnEvent()) {
            event = outer;
            recognized++;
            return found(after);
        }
        unrecognized++;
        return passed(after);
    }

    private boolean found(int after) {
        passed(after);
        progress = window.offset(after);
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

    /** After the array, a further member of the object that contained it. */
    private boolean member(int p) throws UnreadableInput {
        int value = outer.colon(p);
        String key = new String(outer.bytes, p, ValidJson.afterString(outer.bytes, p) - p, StandardCharsets.UTF_8);
        if (key.equals("\"Records\"") && outer.bytes[value] == '[') {
            push(Frame.RECORDS, value + 1);
            return false;
        }
        outer.depth = 0;
        return passed(outer.value(value));
    }

    /** Begins to read the text in a slot. A bad one is reported and costs no other event. */
    private boolean unpack(int slot, boolean mustBeEvent, int after) {
        passed(after);
        if (texts == MOST_TEXTS) {
            unrecognized++;
            return false;
        }
        if (inner == null) {
            inner = new EventStream(plan, limits, texts + 1);
        }
        TextBuffer text = new TextBuffer();
        text.unescaped(outer.bytes, outer.from[slot] + 1, outer.to[slot] - 1);
        inner.open(text);
        unpacking = true;
        textMustBeEvent = mustBeEvent;
        textAt = outer.from[slot];
        return false;
    }

    private boolean unpacked() {
        EventStream stream = java.util.Objects.requireNonNull(inner);
        if (stream.next()) {
            event = stream.event();
            progress = window.offset(at);
            return true;
        }
        unpacking = false;
        recognized += stream.recognized;
        String where = "in an event that is text: ";
        if (!stream.problems.isEmpty()) {
            problems.add(where + stream.problems.reason(), window.offset(textAt));
        } else if (stream.recognized == 0) {
            unrecognized++;
            if (textMustBeEvent) {
                problems.add(where + "not a CloudTrail event", window.offset(textAt));
            }
        }
        return false;
    }

    private void recover(UnreadableInput found) {
        UnreadableInput damage = found;
        int start = at;
        if (damage.isUnderflow()) {
            try {
                window.refill(start);
                at = 0;
                if (window.size() - progress > limits.barren()) {
                    problems.add("more than " + Limits.text(limits.barren()) + " without an event", progress);
                    problems.stopped();
                    done = true;
                }
                return;
            } catch (UnreadableInput tooLarge) {
                damage = tooLarge;
            }
        }
        if (texts > 0) {
            problems.add(damage.reason(), 0);
            done = true;
            return;
        }
        boolean atTheEnd = outer.failedAt >= outer.end;
        UnreadableInput cut = window.damage();
        long offset = window.offset(outer.failedAt);
        Recovery.Place place = recovery.after(start, frames.isEmpty(), lines);
        String skipped = place.skipped();
        problems.add((atTheEnd && cut != null ? cut : damage).reason() + (atTheEnd ? "" : skipped), offset);
        if (!place.found()) {
            done = true;
            if (!atTheEnd && cut != null) {
                problems.add(cut.reason(), window.size());
            }
            if (place == Recovery.Place.GIVEN_UP) {
                problems.stopped();
            }
            return;
        }
        at = recovery.at();
        if (place == Recovery.Place.EVENT) {
            resume();
        }
    }

    /** Expects an event next, whatever the damage has done to the brackets around it. */
    private void resume() {
        first = true;
        if (frames.isEmpty() ? recovery.inArray() : frames.top() == Frame.OBJECT) {
            if (frames.isEmpty()) {
                frames.push(Frame.OBJECT);
            }
            frames.push(Frame.RECORDS);
        }
    }

    /** Lets go of the file. */
    void shut() throws IOException {
        window.shut();
    }

    @Override
    public void close() throws IOException {
        window.close();
        if (inner != null) {
            inner.close();
        }
    }
}
