package dev.trailwise.sigma.rule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network of IPv4 or IPv6 addresses.
 *
 * @param cidr its first address and the length of its prefix, such as {@code 10.0.0.0/8}
 */
public record Network(String cidr) {
    private static final Pattern FORM = Pattern.compile("(?<address>[0-9A-Fa-f:.]+)(/(?<bits>[0-9]{1,3}))?");
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    /** The network, or a single address as the network of it alone; nothing for other text. */
    static Optional<Network> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String written = form.group("address");
        if (!written.contains(":") && !IPV4.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(written);
            int size = address.getAddress().length * 8;
            int bits = form.group("bits") == null ? size : Integer.parseInt(form.group("bits"));
            return bits > size
                    ? Optional.empty()
                    : Optional.of(new Network(first(address, bits).getHostAddress() + "/" + bits));
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }

    private static InetAddress first(InetAddress address, int bits) throws UnknownHostException {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(8, bits - 8 * i));
            bytes[i] &= (byte) (0xff << (8 - kept));
        }
        return InetAddress.getByAddress(bytes);
    }
}
