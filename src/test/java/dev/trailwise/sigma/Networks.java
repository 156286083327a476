package dev.trailwise.sigma;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether networks contain addresses. */
final class Networks {
    private Networks() {}

    static boolean contain(String network, String address) {
        if (!address.matches("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
            return false;
        }
        String[] parts = network.split("/");
        try {
            byte[] first = InetAddress.getByName(parts[0]).getAddress();
            byte[] bytes = InetAddress.getByName(address).getAddress();
            int rest = first.length * 8 - (parts.length == 1 ? first.length * 8 : Integer.parseInt(parts[1]));
            return first.length == bytes.length
                    && new BigInteger(1, first).shiftRight(rest).equals(new BigInteger(1, bytes).shiftRight(rest));
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
