package dev.trailwise.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An S3 endpoint that lists, and does that fast: keys and sizes in memory, ListObjectsV2 on the wire as S3 speaks it, for
 * real clients; objects that have bytes can be got. It counts the calls, and fails those that it is told to.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
public final class ListingS3 implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(16);
    private final NavigableMap<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
    private final List<String> gets = new CopyOnWriteArrayList<>();
    private volatile Function<Map<String, String>, Optional<Fault>> faults = call -> Optional.empty();

    /** An object, most often without its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never changed nor compared
    private record Stored(long size, String storageClass, byte[] bytes) {}

    /**
     * What a call meets instead of, or before, its answer.
     *
     * @param status the HTTP status; 200 answers after the delay
     * @param code the error's code
     * @param delayMillis how long the answer takes
     * @param cut whether the connection is cut in the middle of the answer
     */
    public record Fault(int status, String code, long delayMillis, boolean cut) {
        /** An error. */
        public static Optional<Fault> error(int status, String code) {
            return Optional.of(new Fault(status, code, 0, false));
        }

        /** A slow answer. */
        public static Optional<Fault> slow(long delayMillis) {
            return Optional.of(new Fault(200, "", delayMillis, false));
        }

        /** Half an answer. */
        public static Optional<Fault> cutOff() {
            return Optional.of(new Fault(200, "", 0, true));
        }
    }

    /** Starts with an empty bucket; every bucket's name leads to it. */
    public ListingS3() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    /** Puts an object. */
    public ListingS3 put(String key, long size) {
        return put(key, size, "STANDARD");
    }

    /** Puts an object into a storage class. */
    public ListingS3 put(String key, long size, String storageClass) {
        objects.put(key, new Stored(size, storageClass, new byte[0]));
        return this;
    }

    /** Puts an object that can be got. */
    public ListingS3 put(String key, byte[] bytes) {
        objects.put(key, new Stored(bytes.length, "STANDARD", bytes));
        return this;
    }

    /** The keys of the objects that were asked for, in that order, failures among them. */
    public List<String> gets() {
        return List.copyOf(gets);
    }

    /** Decides about each call from now on; a call is its query parameters. */
    public void faults(Function<Map<String, String>, Optional<Fault>> decide) {
        faults = decide;
    }

    /** The query parameters of each call so far. */
    public List<Map<String, String>> calls() {
        return List.copyOf(calls);
    }

    /** Forgets the calls. */
    public void forgetCalls() {
        calls.clear();
        gets.clear();
    }

    /** The address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The environment of a program that is to use this server. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_S3",
                url(),
                "AWS_ENDPOINT_URL_GLUE",
                url(),
                "AWS_ACCESS_KEY_ID",
                "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "AWS_REGION",
                "us-east-1");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                noTable(exchange);
                return;
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1); // every bucket is there
                return;
            }
            String path = exchange.getRequestURI().getPath();
            boolean get = exchange.getRequestURI().getRawQuery() == null
                    || !exchange.getRequestURI().getRawQuery().contains("list-type");
            if (get) {
                get(exchange, path.substring(path.indexOf('/', 1) + 1));
                return;
            }
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            calls.add(query);
            Optional<Fault> fault = faults.apply(query);
            if (fault.isPresent()) {
                Thread.sleep(fault.get().delayMillis());
            }
            if (fault.isPresent() && fault.get().status() != 200) {
                String code = fault.get().code();
                reply(
                        exchange,
                        fault.get().status(),
                        "<Error><Code>" + code + "</Code><Message>injected " + code
                                + "</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>",
                        false);
            } else {
                boolean cut = fault.isPresent() && fault.get().cut();
                reply(exchange, 200, list(query), cut);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Faults of these calls are decided by {@code key}. A fault of status 200 with a code answers with other bytes. */
    private void get(HttpExchange exchange, String key) throws IOException, InterruptedException {
        gets.add(key);
        Optional<Fault> fault = faults.apply(Map.of("key", key));
        Stored stored = objects.get(key);
        if (fault.isPresent()) {
            Thread.sleep(fault.get().delayMillis());
        }
        if (stored == null || (fault.isPresent() && fault.get().status() != 200)) {
            int status = fault.map(Fault::status).orElse(404);
            String code = fault.map(Fault::code).orElse("NoSuchKey");
            reply(exchange, status, "<Error><Code>" + code + "</Code><Message>injected</Message></Error>", false);
            return;
        }
        byte[] bytes = stored.bytes().clone();
        if (fault.isPresent() && !fault.get().code().isEmpty()) {
            bytes[bytes.length / 2] ^= 1;
        }
        exchange.getResponseHeaders().add("ETag", '"' + md5(stored.bytes()) + '"');
        exchange.getResponseHeaders().add("Last-Modified", "Sun, 01 Nov 2026 00:05:12 GMT");
        exchange.sendResponseHeaders(200, bytes.length);
        boolean cut = fault.isPresent() && fault.get().cut();
        exchange.getResponseBody().write(bytes, 0, cut ? bytes.length / 2 : bytes.length);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Glue is asked for the table: here there is none. */
    private static void noTable(HttpExchange exchange) throws IOException {
        byte[] body = "{\"__type\":\"EntityNotFoundException\",\"Message\":\"none\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(400, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(
                    pair.substring(0, Math.max(0, equals)),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private String list(Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        String delimiter = query.getOrDefault("delimiter", "");
        String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        int most = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
        boolean encoded = query.getOrDefault("encoding-type", "").equals("url");
        StringBuilder entries = new StringBuilder(most * 300);
        int count = 0;
        String next = "";
        boolean truncated = false;
        String from = after.compareTo(prefix) > 0 ? after : prefix;
        Map.Entry<String, Stored> entry = from.equals(after) ? objects.higherEntry(from) : objects.ceilingEntry(from);
        while (entry != null && entry.getKey().startsWith(prefix)) {
            if (count == most) {
                truncated = true;
                break;
            }
            String key = entry.getKey();
            int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            if (cut >= 0) {
                String common = key.substring(0, cut + 1);
                next = common + '\uffff';
                entries.append("<CommonPrefixes><Prefix>")
                        .append(text(common, encoded))
                        .append("</Prefix></CommonPrefixes>");
            } else {
                next = key;
                contents(entries, text(key, encoded), entry.getValue());
            }
            count++;
            entry = objects.higherEntry(next);
        }
        return "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name><Prefix>"
                + text(prefix, encoded) + "</Prefix><KeyCount>" + count + "</KeyCount><MaxKeys>" + most + "</MaxKeys>"
                + (encoded ? "<EncodingType>url</EncodingType>" : "")
                + "<IsTruncated>" + truncated + "</IsTruncated>"
                + (truncated ? "<NextContinuationToken>" + text(next, false) + "</NextContinuationToken>" : "")
                + entries + "</ListBucketResult>";
    }

    private static void contents(StringBuilder out, String key, Stored stored) {
        out.append("<Contents><Key>")
                .append(key)
                .append("</Key><LastModified>2026-11-01T00:05:12.000Z</LastModified>")
                .append("<ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag>")
                .append("<ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><ChecksumType>FULL_OBJECT</ChecksumType>")
                .append("<Size>")
                .append(stored.size())
                .append("</Size><StorageClass>")
                .append(stored.storageClass())
                .append("</StorageClass></Contents>");
    }

    private static String text(String value, boolean encoded) {
        return encoded
                ? URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2F", "/")
                : value.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void reply(HttpExchange exchange, int status, String body, boolean cut) throws IOException {
        byte[] bytes = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.getResponseHeaders().add("x-amz-request-id", "4442587FB7D0A2F9");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes, 0, cut ? bytes.length / 2 : bytes.length);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    /**
     * For the benchmark: {@code java ListingS3.java 100000} serves a trail of so many files, two Regions and twenty days
     * until it is ended, and prints the environment of its clients.
     */
    public static void main(String[] args) throws InterruptedException {
        int count = Integer.parseInt(args[0]);
        ListingS3 s3 = new ListingS3();
        for (int n = 0; n < count; n++) {
            String region = n % 4 == 0 ? "eu-central-1" : "us-east-1";
            String day = String.format(Locale.ROOT, "%02d", 1 + n * 20L / count);
            String name = String.format(Locale.ROOT, "%08dabcdefgh", n);
            String key = "AWSLogs/111122223333/CloudTrail/" + region + "/2024/10/" + day + "/111122223333_CloudTrail_"
                    + region + "_202410" + day + "T0210Z_" + name + ".json.gz";
            if (args.length > 1) {
                s3.put(key, ("object " + n + " ").repeat(200).getBytes(StandardCharsets.UTF_8));
            } else {
                s3.put(key, 20_000 + n % 1000);
            }
        }
        s3.environment().forEach((name, value) -> System.out.println("export " + name + "=" + value));
        System.out.println("export TRAILWISE_TRAIL_BUCKET=bucket");
        Thread.currentThread().join();
    }
}
