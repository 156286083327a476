package dev.trailwise.logs;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bytes of the wanted values of a sliced event: in the buffer, where the value is text that needs no change;
 * otherwise in a text made of it, which lasts until the next event.
 */
final class Values {
    private static final byte[] PRESENT = new byte[0];

    private final Leaf.Kind[] kinds;
    private final String[] paths;
    private final @Nullable Shape[] shapes;
    private final int[] slots;
    private final TextBuffer text = new TextBuffer();
    private @Nullable Slicer current;
    private byte[] bytes = PRESENT;
    private int from;
    private int to;

    Values(Leaves leaves, int[] wanted, Plan plan) {
        int count = wanted.length;
        kinds = new Leaf.Kind[count];
        paths = new String[count];
        shapes = new Shape[count];
        slots = plan.wanted;
        for (int k = 0; k < count; k++) {
            Leaf leaf = leaves.all().get(wanted[k]);
            kinds[k] = leaf.kind();
            paths[k] = leaf.path();
            shapes[k] = leaf.kind() == Leaf.Kind.NESTED ? Shape.of(leaf.type()) : null;
        }
    }

    /** Takes the next event. */
    void begin(Slicer event) {
        current = event;
        text.clear();
    }

    /** The bytes that the value which was found is in. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The value that was found. */
    byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Finds the UTF-8 bytes of the wanted leaf {@code k}; false for NULL. */
    boolean find(int k, Origin origin) {
        Slicer event = Objects.requireNonNull(current);
        int slot = slots[k];
        if (slot < 0) {
            return kinds[k] == Leaf.Kind.RECORD ? record(event) : at(origin.value(paths[k]));
        }
        int first = event.from[slot];
        if (first < 0 || event.bytes[first] == 'n') {
            return false;
        }
        int after = event.to[slot];
        int how = event.how[slot];
        return switch (kinds[k]) {
            case TEXT -> event.bytes[first] == '"' ? text(event, first, after, how) : json(event, first, after, how);
            case JSON_TEXT -> json(event, first, after, how);
            case REAL -> ValidJson.isNumber(event.bytes[first]) && at(event.bytes, first, after);
            case PRESENT -> event.bytes[first] == '{' && at(PRESENT);
            default -> nested(k, event.bytes, first);
        };
    }

    private boolean at(byte[] in, int start, int stop) {
        bytes = in;
        from = start;
        to = stop;
        return true;
    }

    private boolean at(byte @Nullable [] whole) {
        return whole != null && at(whole, 0, whole.length);
    }

    /** What was added to the text. */
    private boolean added(int start) {
        return at(text.bytes(), start, text.length());
    }

    /** Line ends occur between tokens only: in a string they are escaped. */
    private boolean record(Slicer event) {
        byte[] b = event.bytes;
        int start = text.length();
        int plain = event.start;
        for (int p = plain; p < event.stop; p++) {
            if (b[p] == '\n' || b[p] == '\r') {
                text.add(b, plain, p);
                plain = p + 1;
            }
        }
        if (plain == event.start) {
            return at(b, plain, event.stop);
        }
        text.add(b, plain, event.stop);
        return added(start);
    }

    private boolean text(Slicer event, int first, int after, int how) {
        if (how == 0) {
            return at(event.bytes, first + 1, after - 1);
        }
        int start = text.length();
        text.unescaped(event.bytes, first + 1, after - 1);
        return added(start);
    }

    private boolean json(Slicer event, int first, int after, int how) {
        if ((how & JsonScanner.LOOSE) == 0) {
            return at(event.bytes, first, after);
        }
        int start = text.length();
        ValidJson.compact(event.bytes, first, after, text);
        return added(start);
    }

    private boolean nested(int k, byte[] b, int first) {
        Shape shape = shapes[k];
        int start = text.length();
        return shape != null && shape.write(b, first, text) && added(start);
    }
}
