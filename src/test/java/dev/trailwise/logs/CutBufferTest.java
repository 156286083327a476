package dev.trailwise.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trailwise.logs.file.UnreadableInput;
import dev.trailwise.table.Tables;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Wherever the buffer ends, the parser says that it wants more, or finds the very damage that it finds in the whole. */
class CutBufferTest {
    private static final int MUTATIONS = 40;

    private final Slicing slicing = new Slicing(Tables.EVENTS);

    @Test
    void a_cut_is_no_damage() {
        for (String sample : Samples.ALL) {
            byte[] event = sample.strip().getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < event.length; length++) {
                assertThat(reason(event, length, false))
                        .as("cut at %s: %s", length, sample)
                        .isEqualTo("underflow");
            }
        }
    }

    @Test
    void damage_is_the_same_however_much_of_the_rest_is_there() {
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] event = Mutations.of(Samples.ALL.get(seed % 4).strip().getBytes(StandardCharsets.UTF_8), seed);
            String whole = reason(event, event.length, true);
            for (int length = 0; length < event.length; length++) {
                assertThat(reason(event, length, false))
                        .as("seed %s, cut at %s", seed, length)
                        .isIn("underflow", whole, whole.contains("expected the end") ? "none" : whole);
            }
        }
    }

    private String reason(byte[] event, int length, boolean last) {
        try {
            slicing.scan(event, length, last);
            return "none";
        } catch (UnreadableInput damage) {
            return damage.isUnderflow() ? "underflow" : damage.reason() + " at " + slicing.failedAt();
        }
    }
}
