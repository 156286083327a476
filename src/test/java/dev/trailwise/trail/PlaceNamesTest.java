package dev.trailwise.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Accounts and Regions are read by hand; these patterns are what is meant. */
class PlaceNamesTest {
    private static final String ACCOUNT = "[0-9]{12}";
    private static final String REGION = "[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}";

    @Test
    void what_is_taken_for_a_region_is_what_the_pattern_says() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int taken = 0;
        for (int round = 0; round < 200_000; round++) {
            String text = round % 2 == 0 ? random(random, "azA-09é", 12) : mutated(random, "us-gov-west-1");
            boolean region = Region.tryParse(text).isPresent();
            assertThat(region).as("'%s', seed %d", text, seed).isEqualTo(text.matches(REGION));
            taken += region ? 1 : 0;
        }
        assertThat(taken).as("seed %d", seed).isGreaterThan(1_000);
    }

    @Test
    void what_is_taken_for_an_account_is_what_the_pattern_says() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50_000; round++) {
            String text = mutated(random, "012345678901");
            assertThat(AccountId.tryParse(text).isPresent())
                    .as("'%s', seed %d", text, seed)
                    .isEqualTo(text.matches(ACCOUNT));
        }
    }

    private static String random(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most + 1); length > 0; length--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** A name with a few letters put in, taken out or doubled. */
    private static String mutated(Random random, String name) {
        StringBuilder text = new StringBuilder(name);
        for (int changes = random.nextInt(3); changes > 0 && !text.isEmpty(); changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, random(random, "az-0٣", 2));
                default -> text.insert(at, text.charAt(at));
            }
        }
        return text.toString();
    }
}
