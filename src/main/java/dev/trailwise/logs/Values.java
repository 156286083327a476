package dev.trailwise.logs;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Copies the wanted values of a sliced event out of the buffer. */
final class Values {
    private static final byte[] PRESENT = new byte[0];

    private final Leaf.Kind[] kinds;
    private final String[] paths;
    private final @Nullable Shape[] shapes;
    private final int[] slots;
    private final TextBuffer text = new TextBuffer();

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

    /** Whether the event has no leaf {@code k}, as it has none of most. */
    boolean isAbsent(int k, Slicer event) {
        return slots[k] >= 0 && event.from[slots[k]] < 0;
    }

    /** The UTF-8 bytes of the wanted leaf {@code k}, which is not absent. */
    byte @Nullable [] of(int k, Slicer event, Origin origin) {
        int slot = slots[k];
        if (slot < 0) {
            return kinds[k] == Leaf.Kind.RECORD ? record(event) : origin.value(paths[k]);
        }
        int from = event.from[slot];
        byte[] b = event.bytes;
        byte first = b[from];
        if (first == 'n') {
            return null;
        }
        int to = event.to[slot];
        return switch (kinds[k]) {
            case TEXT -> text(b, from, to, event.how[slot]);
            case JSON_TEXT -> jsonText(b, from, to, event.how[slot]);
            case REAL -> ValidJson.isNumber(first) ? Arrays.copyOfRange(b, from, to) : null;
            case PRESENT -> first == '{' ? PRESENT : null;
            default -> nested(k, b, from);
        };
    }

    /** Line ends occur between tokens only: in a string they are escaped. */
    private static byte[] record(Slicer event) {
        byte[] record = Arrays.copyOfRange(event.bytes, event.start, event.stop);
        int size = 0;
        for (byte c : record) {
            if (c != '\n' && c != '\r') {
                record[size++] = c;
            }
        }
        return size == record.length ? record : Arrays.copyOf(record, size);
    }

    private byte[] text(byte[] b, int from, int to, int how) {
        if (b[from] != '"') {
            return jsonText(b, from, to, how);
        }
        if (how == 0) {
            return Arrays.copyOfRange(b, from + 1, to - 1);
        }
        text.clear();
        text.unescaped(b, from + 1, to - 1);
        return text.copy();
    }

    private byte[] jsonText(byte[] b, int from, int to, int how) {
        if ((how & JsonScanner.LOOSE) == 0) {
            return Arrays.copyOfRange(b, from, to);
        }
        text.clear();
        ValidJson.compact(b, from, to, text);
        return text.copy();
    }

    private byte @Nullable [] nested(int k, byte[] b, int from) {
        text.clear();
        Shape shape = shapes[k];
        return shape != null && shape.write(b, from, text) ? text.copy() : null;
    }
}
