package dev.trailwise.sql.scalar;

import java.math.BigInteger;

/**
 * A network such as {@code 10.0.0.0/8}, as numbers of 128 bits.
 *
 * @param first the first of its addresses
 * @param last the last of them
 */
public record Network(BigInteger first, BigInteger last) {
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);

    /**
     * Reads one.
     *
     * @throws InvalidValue as Trino says it
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            throw new InvalidValue("Invalid CIDR");
        }
        BigInteger first = address(text.substring(0, slash));
        int bits = first.shiftRight(32).equals(MAPPED) ? 32 : 128;
        int length = Integer.parseInt(text.substring(slash + 1));
        if (length > bits) {
            throw new InvalidValue("Invalid prefix length");
        }
        BigInteger size = BigInteger.ONE.shiftLeft(bits - length);
        if (first.mod(size).signum() != 0) {
            throw new InvalidValue("Invalid CIDR");
        }
        return new Network(first, first.add(size).subtract(BigInteger.ONE));
    }

    private static BigInteger address(String text) {
        try {
            return Addresses.parsed(text);
        } catch (InvalidValue invalid) {
            throw new InvalidValue("Invalid network IP address");
        }
    }

    /** Whether the network of the first argument has the address of the second, a number. */
    static Object contains(Object[] arguments) {
        Network network = parse((String) arguments[0]);
        BigInteger address = new BigInteger((String) arguments[1]);
        return network.first.compareTo(address) <= 0 && address.compareTo(network.last) <= 0;
    }
}
