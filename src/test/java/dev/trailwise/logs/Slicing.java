package dev.trailwise.logs;

import dev.trailwise.logs.file.UnreadableInput;
import dev.trailwise.table.TableDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Slices single events from memory, for tests. */
final class Slicing {
    private final Leaves leaves;
    private final Slicer slicer;
    private final Values values;
    private final Origin origin;
    private final int count;

    Slicing(TableDefinition table) {
        leaves = Leaves.of(table);
        int[] wanted = IntStream.range(0, leaves.all().size())
                .filter(i -> leaves.all().get(i).kind() != Leaf.Kind.PARTITION)
                .toArray();
        count = wanted.length;
        Plan plan = new Plan(leaves, wanted);
        slicer = new Slicer(plan);
        values = new Values(leaves, wanted, plan);
        origin = new Origin(plan);
    }

    /** The values by their paths, without those that are null. */
    Map<String, String> values(byte[] event) throws UnreadableInput {
        scan(event, event.length, true);
        values.begin(slicer);
        Map<String, String> found = new LinkedHashMap<>();
        for (int k = 0; k < count; k++) {
            if (values.find(k, origin)) {
                found.put(leaves.all().get(k).path(), new String(values.copy(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    /** Reads the first bytes of an event, which are all of it or not. */
    void scan(byte[] event, int length, boolean last) throws UnreadableInput {
        slicer.bytes = Arrays.copyOf(event, length + JsonScanner.PADDING);
        slicer.end = length;
        slicer.last = last;
        slicer.seal();
        int p = slicer.space(0);
        if (slicer.bytes[p] != '{') {
            throw slicer.unexpected(p, "an event");
        }
        p = slicer.space(slicer.event(p));
        if (p < slicer.end) {
            throw slicer.unexpected(p, "the end");
        }
    }

    int failedAt() {
        return slicer.failedAt;
    }
}
