package dev.trailwise.logs.file;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the name of a file says of its content. Not by patterns: paths come by the hundred thousand. */
public final class LogNames {
    private static final List<String> LOGS = List.of(".json", ".jsonl", ".ndjson");
    private static final List<String> ARCHIVES = List.of(".zip", ".tar", ".tar.gz", ".tgz");

    /** Names that logs have when someone else has stored them; their first byte tells. */
    private static final List<String> TEXTS = List.of(".log", ".txt", ".out");

    private static final Map<String, String> FOREIGN = Map.ofEntries(
            foreign("zst", "zstd is not supported; decompress it with 'unzstd'"),
            foreign("bz2", "bzip2 is not supported; decompress it with 'bunzip2'"),
            foreign("xz", "xz is not supported; decompress it with 'unxz'"),
            foreign("lz4", "LZ4 is not supported; decompress it with 'unlz4'"),
            foreign("snappy", "Snappy is not supported; decompress it first"),
            foreign("7z", "7z is not supported; unpack it first"),
            foreign("rar", "RAR is not supported; unpack it first"),
            foreign("csv", "CSV is not supported; use the JSON that CloudTrail delivers"),
            foreign("parquet", "Parquet is not supported; use the JSON that CloudTrail delivers"),
            foreign("orc", "ORC is not supported; use the JSON that CloudTrail delivers"),
            foreign("avro", "Avro is not supported; use the JSON that CloudTrail delivers"));

    private LogNames() {}

    private static Map.Entry<String, String> foreign(String suffix, String reason) {
        return Map.entry(suffix, reason);
    }

    /** Whether the last part of the path begins with a character that Athena takes as hidden. */
    public static boolean isHidden(String path) {
        int name = name(path);
        return path.startsWith(".", name) || path.startsWith("_", name);
    }

    public static boolean isLog(String path) {
        boolean packed = isGzip(path);
        int end = packed ? path.length() - ".gz".length() : path.length();
        return endsWith(path, end, LOGS) || (packed && path.indexOf('.', name(path)) == end);
    }

    public static boolean isArchive(String path) {
        return endsWith(path, path.length(), ARCHIVES);
    }

    static boolean isZip(String path) {
        return endsWith(path, path.length(), List.of(".zip"));
    }

    /** Whether the file may be a log, so that its first byte is worth a look. */
    public static boolean isText(String path) {
        int end = isGzip(path) ? path.length() - ".gz".length() : path.length();
        return endsWith(path, end, TEXTS) || path.indexOf('.', name(path)) < 0;
    }

    /** Why a file that may well hold events cannot be read. */
    public static Optional<String> unsupported(String path) {
        int end = isGzip(path) ? path.length() - ".gz".length() : path.length();
        int dot = path.lastIndexOf('.', end - 1);
        return dot < name(path)
                ? Optional.empty()
                : Optional.ofNullable(FOREIGN.get(path.substring(dot + 1, end).toLowerCase(Locale.ROOT)));
    }

    private static boolean isGzip(String path) {
        return endsWith(path, path.length(), List.of(".gz"));
    }

    private static boolean endsWith(String path, int end, List<String> suffixes) {
        for (String suffix : suffixes) {
            if (path.regionMatches(true, end - suffix.length(), suffix, 0, suffix.length())) {
                return true;
            }
        }
        return false;
    }

    /** Where the name begins in a path. */
    private static int name(String path) {
        return Math.max(path.lastIndexOf(File.separatorChar), path.lastIndexOf('/')) + 1;
    }
}
