package dev.trailwise.query;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses and networks, in the one form that CloudTrail writes: IPv6 as RFC 5952 shortens it. Never asks a name server. */
final class IpText {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private IpText() {}

    /** @throws IllegalArgumentException when the text is no address */
    static String address(String text) {
        return text(bytes(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not an IP address: '" + text + "'; write 198.51.100.7 or 2001:db8::7")));
    }

    /**
     * The network as address, slash and length; of one address, all of its bits.
     *
     * @throws IllegalArgumentException when the text is no network, or its address has bits outside it
     */
    static String network(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> notANetwork(text));
        int bits = 8 * address.length;
        String length = slash < 0 ? String.valueOf(bits) : text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > bits) {
            throw notANetwork(text);
        }
        byte[] first = masked(address, Integer.parseInt(length));
        String network = text(first) + "/" + Integer.parseInt(length);
        if (!text(first).equals(text(address))) {
            throw new IllegalArgumentException("not a network: '" + text + "' has bits set after the first " + length
                    + "; did you mean " + network + "?");
        }
        return network;
    }

    private static IllegalArgumentException notANetwork(String text) {
        return new IllegalArgumentException(
                "not a network or an IP address: '" + text + "'; write 198.51.100.0/24, 2001:db8::/32 or 198.51.100.7");
    }

    private static byte[] masked(byte[] address, int length) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int bits = Math.max(0, Math.min(8, length - 8 * i));
            masked[i] = (byte) (address[i] & (0xFF00 >> bits));
        }
        return masked;
    }

    private static Optional<byte[]> bytes(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String text(byte[] address) {
        if (address.length == 4) {
            return (address[0] & 0xFF) + "." + (address[1] & 0xFF) + "." + (address[2] & 0xFF) + "."
                    + (address[3] & 0xFF);
        }
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < 16; i += 2) {
            groups.add((address[i] & 0xFF) << 8 | (address[i + 1] & 0xFF));
        }
        return shortened(groups);
    }

    /** The longest run of two or more zero groups, the first of them, becomes {@code ::}. */
    private static String shortened(List<Integer> groups) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups.get(end) == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        if (start < 0) {
            return joined(groups);
        }
        return joined(groups.subList(0, start)) + "::" + joined(groups.subList(start + length, 8));
    }

    private static String joined(List<Integer> groups) {
        return String.join(":", groups.stream().map(Integer::toHexString).toList());
    }
}
