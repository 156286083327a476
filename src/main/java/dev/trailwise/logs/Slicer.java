package dev.trailwise.logs;

import dev.trailwise.logs.file.UnreadableInput;
import java.util.Arrays;

/**
 * Finds where in an event the wanted values lie, in one pass that validates all of it. Values stay in the buffer;
 * {@link Values} copies them out.
 */
final class Slicer extends JsonScanner {
    private final Plan plan;

    /** Where the value of each slot begins; -1 when the event has none. */
    final int[] from;

    final int[] to;

    /** The {@link JsonScanner#marks} of each value. */
    final int[] how;

    /** Where the object begins and ends. */
    int start;

    int stop;

    /** What the object turned out to contain events in; then the scan ended at its bracket or brace. */
    Wrapper inside = Wrapper.NONE;

    boolean digest;

    private final TextBuffer key = new TextBuffer();

    Slicer(Plan plan) {
        this.plan = plan;
        from = new int[plan.slots()];
        to = new int[plan.slots()];
        how = new int[plan.slots()];
    }

    /** Slices an event that begins with the brace at {@code p}. */
    int event(int p) throws UnreadableInput {
        return object(plan.event(), p);
    }

    /** Slices an object that is an event or holds some. */
    int candidate(int p) throws UnreadableInput {
        return object(plan.candidate(), p);
    }

    private int object(Node root, int p) throws UnreadableInput {
        reset();
        start = p;
        stop = members(root, p);
        return stop;
    }

    /** Whether the object has what only events have. */
    boolean looksLikeAnEvent() {
        return from[plan.eventVersion] >= 0 || from[plan.eventTime] >= 0;
    }

    boolean has(int slot) {
        return from[slot] >= 0;
    }

    private void reset() {
        Arrays.fill(from, -1);
        inside = Wrapper.NONE;
        digest = false;
        depth = 0;
    }

    private int members(Node root, int start) throws UnreadableInput {
        Node node = root;
        if (++depth > MAX_DEPTH) {
            throw fail(start, "nested deeper than " + MAX_DEPTH + " levels");
        }
        int p = space(start + 1);
        if (bytes[p] == '}') {
            depth--;
            return p + 1;
        }
        while (true) {
            if (bytes[p] != '"') {
                throw unexpected(p, "a key");
            }
            int name = p + 1;
            marks = 0;
            p = string(p);
            int entry = marks == 0 ? node.keys.find(bytes, name, p - 1 - name) : escapedKey(node, name, p - 1);
            p = space(p);
            if (bytes[p] != ':') {
                throw unexpected(p, "':'");
            }
            p = space(p + 1);
            if (entry < 0) {
                p = value(p);
            } else {
                Node child = node.children[entry];
                if (child.wrapper == Wrapper.NONE) {
                    p = slice(child, p);
                } else {
                    p = unwrap(child, p);
                    if (inside != Wrapper.NONE) {
                        return p;
                    }
                    if (has(child.slot) && child.wrapper != Wrapper.DIGEST) {
                        node = Node.NOTHING; // The event was found: what else the envelope says is not of it.
                    }
                }
            }
            p = space(p);
            if (bytes[p] == ',') {
                p = space(p + 1);
            } else if (bytes[p] == '}') {
                depth--;
                return p + 1;
            } else {
                throw unexpected(p, "',' or '}'");
            }
        }
    }

    /** Records the position of a value and of those inside it; a key that comes again forgets what the first one left. */
    private int slice(Node node, int p) throws UnreadableInput {
        int slot = node.slot;
        from[slot] = p;
        marks = 0;
        int after;
        if (node.children.length == 0) {
            after = value(p);
        } else {
            Arrays.fill(from, slot + 1, node.end, -1);
            after = bytes[p] == '{' ? members(node, p) : value(p);
        }
        to[slot] = after;
        how[slot] = marks;
        return after;
    }

    /** Stops at what may contain events, unless the object is an event itself. */
    private int unwrap(Node node, int p) throws UnreadableInput {
        byte first = bytes[p];
        switch (node.wrapper) {
            case DIGEST -> digest = true;
            case EVENT_TEXT -> {
                if (first == '"') { // LookupEvents writes a time beside it
                    return text(node, p);
                }
            }
            case TEXT -> {
                if (first == '"' && (bytes[p + 1] == '{' || bytes[p + 1] == '[') && !looksLikeAnEvent()) {
                    return text(node, p);
                }
            }
            default -> {
                boolean list = first == '[' && node.wrapper != Wrapper.OBJECT;
                if ((list || first == '{') && !looksLikeAnEvent()) {
                    inside = node.wrapper;
                    return p;
                }
            }
        }
        return value(p);
    }

    private int text(Node node, int p) throws UnreadableInput {
        Arrays.fill(from, -1);
        return slice(node, p);
    }

    private int escapedKey(Node node, int start, int stop) {
        key.clear();
        key.unescaped(bytes, start, stop);
        return key.in(node.keys);
    }
}
