package dev.trailwise.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Networks whose addresses are not reachable from the internet.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's special-purpose addresses</a>
 */
final class PrivateNetworks {
    private static final List<String> ALL = List.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "127.0.0.0/8",
            "fc00::/7",
            "fe80::/10",
            "::1/128");

    private PrivateNetworks() {}

    /** The condition that some network contains an address. */
    static String contain(String address) {
        return ALL.stream()
                .map(network -> "contains('" + network + "', " + address + ")")
                .collect(Collectors.joining(" OR "));
    }
}
