package dev.trailwise.sql.scalar;

/** Bits of whole numbers of 64. */
final class Bits {
    private Bits() {}

    static Object count(Object[] arguments) {
        long number = (Long) arguments[0];
        long bits = (Long) arguments[1];
        if (bits < 2 || bits > 64) {
            throw new InvalidValue("Bits specified in bit_count must be between 2 and 64, got " + bits);
        }
        long most = bits == 64 ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
        if (number > most || number < -most - 1) {
            throw new InvalidValue("Number must be representable with the bits specified. " + number
                    + " cannot be represented with " + bits + " bits");
        }
        return (long) Long.bitCount(bits == 64 ? number : number & ((1L << bits) - 1));
    }

    static Object left(Object[] arguments) {
        long by = (Long) arguments[1];
        return by >= (Long) arguments[2] ? 0L : signed((Long) arguments[0] << by, arguments[2]);
    }

    static Object right(Object[] arguments) {
        long by = (Long) arguments[1];
        long bits = (Long) arguments[2];
        long number = bits == 64 ? (Long) arguments[0] : (Long) arguments[0] & ((1L << bits) - 1);
        return by >= bits ? 0L : signed(number >>> by, bits);
    }

    static Object arithmetic(Object[] arguments) {
        long by = (Long) arguments[1];
        long number = (Long) arguments[0];
        return by >= (Long) arguments[2] ? (number >= 0 ? 0L : -1L) : number >> by;
    }

    /** The lowest bits as a number of so many bits. */
    private static long signed(long number, Object bits) {
        long unused = 64 - (Long) bits;
        return number << unused >> unused;
    }
}
