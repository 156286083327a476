package dev.trailwise.logs;

/** The arrays, and the objects around them, that the reader of a file is inside of. */
final class Frames {
    private static final int MOST = 16;

    /** What to expect inside. */
    enum Frame {
        /** Events. */
        RECORDS,
        /** Events, or objects that contain some. */
        ARRAY,
        /** One value: an event or an object that contains some. */
        VALUE,
        /** Members of an object that come after its array of events. */
        OBJECT
    }

    private final Frame[] frames = new Frame[MOST];
    private int depth;

    void clear() {
        depth = 0;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    /** Whether an array and the object around it would still fit. */
    boolean takeMore() {
        return depth + 2 <= MOST;
    }

    void push(Frame frame) {
        frames[depth++] = frame;
    }

    void pop() {
        depth--;
    }

    Frame top() {
        return frames[depth - 1];
    }
}
