package dev.trailwise.sample;

import java.util.List;

/**
 * Random numbers that are the same on every machine and JDK: SplitMix64, in integers only.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea and Flood: Fast splittable pseudorandom number
 *     generators</a>
 */
final class SeededRandom {
    static final String HEX = "0123456789abcdef";
    static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    static final String BASE64 = ALPHANUMERIC + "+/";

    private long state;

    SeededRandom(long seed) {
        state = seed;
    }

    /** Dice that depend on the seed and a label only, not on how often others were thrown before. */
    static SeededRandom of(long seed, String label) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < label.length(); i++) {
            hash = (hash ^ label.charAt(i)) * 0x100000001b3L;
        }
        return new SeededRandom(hash);
    }

    long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to just below the bound. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from the first to the last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Appends letters of the alphabet. */
    void letters(StringBuilder out, String alphabet, int count) {
        for (int i = 0; i < count; i++) {
            out.append(alphabet.charAt(below(alphabet.length())));
        }
    }

    /** Appends a version 4 UUID, as event ids are. */
    void uuid(StringBuilder out) {
        letters(out, HEX, 8);
        out.append('-');
        letters(out, HEX, 4);
        out.append("-4");
        letters(out, HEX, 3);
        out.append('-').append("89ab".charAt(below(4)));
        letters(out, HEX, 3);
        out.append('-');
        letters(out, HEX, 12);
    }
}
