package dev.trailwise.local.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** The name of a store's folder: the last name of the logs' path, for people, and a hash of the whole. */
final class StoreName {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private StoreName() {}

    static String of(Path root, String logs) {
        Path last = root.getFileName();
        String label = last == null ? "root" : last.toString().replaceAll("[^A-Za-z0-9.-]", "_");
        return label.substring(0, Math.min(40, label.length())) + "-" + hash(logs);
    }

    /** FNV-1a in hexadecimal: no security provider has to be loaded for a name. */
    static String hash(String text) {
        long hash = FNV_OFFSET;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return HexFormat.of().toHexDigits(hash);
    }
}
