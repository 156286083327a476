package dev.trailwise.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a database of places.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">MaxMind DB File Format 2.0</a>
 */
public final class PlaceFile {
    private static final byte[] START_OF_METADATA =
            "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<int[]> nodes = new ArrayList<>(List.of(new int[2]));
    private final Map<Integer, Integer> entries = new HashMap<>();

    /** Adds a place with the fields of GeoIP2 City. */
    public PlaceFile city(String address, String city, String country, double latitude, double longitude, int radius) {
        return add(
                address,
                Map.of(
                        "city", Map.of("names", Map.of("en", city)),
                        "country", Map.of("iso_code", country),
                        "location", Map.of("latitude", latitude, "longitude", longitude, "accuracy_radius", radius)));
    }

    /** Adds fields of one address. */
    public PlaceFile add(String address, Map<String, ?> fields) {
        byte[] bits = bits(address);
        int node = 0;
        for (int bit = 0; bit < Byte.SIZE * bits.length - 1; bit++) {
            int side = side(bits, bit);
            if (nodes.get(node)[side] == 0) {
                nodes.add(new int[2]);
                nodes.get(node)[side] = nodes.size() - 1;
            }
            node = nodes.get(node)[side];
        }
        entries.put(2 * node + side(bits, Byte.SIZE * bits.length - 1), data.size());
        value(data, fields);
        return this;
    }

    /** IPv4 has the last 32 of 128 bits. */
    private static byte[] bits(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return ByteBuffer.allocate(16)
                    .position(16 - bytes.length)
                    .put(bytes)
                    .array();
        } catch (IOException impossible) {
            throw new IllegalArgumentException(address, impossible);
        }
    }

    private static int side(byte[] bits, int bit) {
        return bits[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
    }

    /** Writes the file. */
    public Path write(Path file, String kind) throws IOException {
        int count = nodes.size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int node = 0; node < count; node++) {
            for (int side = 0; side < 2; side++) {
                int next = nodes.get(node)[side];
                Integer entry = entries.get(2 * node + side);
                int pointer = entry != null ? count + 16 + entry : next == 0 ? count : next;
                out.write(ByteBuffer.allocate(4).putInt(pointer).array());
            }
        }
        out.write(new byte[16]);
        out.write(data.toByteArray());
        out.write(START_OF_METADATA);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", BigInteger.valueOf(1_760_000_000));
        metadata.put("database_type", kind);
        metadata.put("description", Map.of("en", "made for a test"));
        metadata.put("ip_version", 6);
        metadata.put("languages", List.of("en"));
        metadata.put("node_count", (long) count);
        metadata.put("record_size", 32);
        value(out, metadata);
        return Files.write(file, out.toByteArray());
    }

    private static void value(ByteArrayOutputStream out, Object value) {
        if (value instanceof Map<?, ?> map) {
            out.write(7 << 5 | map.size());
            map.forEach((name, field) -> {
                value(out, name);
                value(out, field);
            });
        } else if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(2 << 5 | bytes.length);
            out.writeBytes(bytes);
        } else if (value instanceof Double number) {
            out.write(3 << 5 | 8);
            out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
        } else if (value instanceof Integer number) {
            out.write(5 << 5 | 2);
            out.writeBytes(ByteBuffer.allocate(2).putShort(number.shortValue()).array());
        } else if (value instanceof Long number) {
            out.write(6 << 5 | 4);
            out.writeBytes(ByteBuffer.allocate(4).putInt(number.intValue()).array());
        } else if (value instanceof BigInteger number) {
            out.write(8);
            out.write(9 - 7);
            out.writeBytes(
                    ByteBuffer.allocate(8).putLong(number.longValueExact()).array());
        } else if (value instanceof List<?> list) {
            out.write(list.size());
            out.write(11 - 7);
            list.forEach(one -> value(out, one));
        }
    }
}
