package dev.trailwise.sql.scalar;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IP addresses as numbers of 128 bits, an IPv4 address as IPv6 maps it: {@code ::ffff:a.b.c.d}. */
final class Addresses {
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffffL).shiftLeft(32);

    private Addresses() {}

    static Object parse(Object[] arguments) {
        return parsed((String) arguments[0]).toString();
    }

    static BigInteger parsed(String text) {
        BigInteger number = text.indexOf(':') >= 0 ? six(text.replaceFirst("%.*", "")) : four(text);
        if (number == null) {
            throw new InvalidValue("Cannot cast value to IPADDRESS: " + text);
        }
        return text.indexOf(':') >= 0 ? number : number.or(MAPPED);
    }

    private static @Nullable BigInteger four(String text) {
        long number = 0;
        int parts = 0;
        int from = 0;
        while (from <= text.length()) {
            int dot = text.indexOf('.', from);
            int to = dot < 0 ? text.length() : dot;
            int part = part(text, from, to);
            parts++;
            if (part < 0 || parts > 4) {
                return null;
            }
            number = number << 8 | part;
            from = to + 1;
        }
        return parts == 4 ? BigInteger.valueOf(number) : null;
    }

    /** A number up to 255 without leading zeros; -1 for anything else. */
    private static int part(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        boolean leadingZero = to - from > 1 && text.charAt(from) == '0';
        return to == from || to - from > 3 || leadingZero || number > 255 ? -1 : number;
    }

    /** Eight groups of sixteen bits; {@code ::} stands for the zero groups that are missing, the last two may be IPv4. */
    private static @Nullable BigInteger six(String text) {
        String groups = text;
        int colon = text.lastIndexOf(':');
        if (text.indexOf('.') >= 0) {
            BigInteger last = four(text.substring(colon + 1));
            if (last == null) {
                return null;
            }
            groups = text.substring(0, colon + 1) + Long.toHexString(last.longValue() >> 16) + ":"
                    + Long.toHexString(last.longValue() & 0xffff);
        }
        String[] halves = groups.split("::", -1);
        List<String> left = parts(halves[0]);
        List<String> right = halves.length > 1 ? parts(halves[1]) : List.of();
        int missing = 8 - left.size() - right.size();
        if (halves.length > 2 || (halves.length == 2 ? missing < 1 : missing != 0)) {
            return null;
        }
        List<String> all = new ArrayList<>(left);
        all.addAll(java.util.Collections.nCopies(missing, "0"));
        all.addAll(right);
        BigInteger number = BigInteger.ZERO;
        for (String group : all) {
            if (!group.matches("[0-9a-fA-F]{1,4}")) {
                return null;
            }
            number = number.shiftLeft(16).or(BigInteger.valueOf(Integer.parseInt(group, 16)));
        }
        return number;
    }

    private static List<String> parts(String half) {
        return half.isEmpty() ? List.of() : Arrays.asList(half.split(":", -1));
    }

    /** The first of the longest runs of zero groups becomes {@code ::}. */
    static Object text(Object[] arguments) {
        BigInteger number = new BigInteger((String) arguments[0]);
        if (number.shiftRight(32).equals(BigInteger.valueOf(0xffff))) {
            long four = number.longValue();
            return (four >> 24 & 255) + "." + (four >> 16 & 255) + "." + (four >> 8 & 255) + "." + (four & 255);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = number.shiftRight(16 * (7 - i)).intValue() & 0xffff;
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
