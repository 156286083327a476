package dev.trailwise.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The settings of buckets as S3 answers about them: {@code lifecycle}, {@code policyStatus}, {@code publicAccessBlock}. */
public final class BucketServer implements AutoCloseable {
    private static final Map<String, String> MISSING = Map.of(
            "lifecycle", "NoSuchLifecycleConfiguration",
            "policyStatus", "NoSuchBucketPolicy",
            "publicAccessBlock", "NoSuchPublicAccessBlockConfiguration");

    private final HttpServer server;
    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private final List<String> denied = new CopyOnWriteArrayList<>();

    /** Starts with buckets that have no settings. */
    public BucketServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** Sets what a bucket has, for example its {@code lifecycle}, in S3's XML. */
    public BucketServer put(String bucket, String setting, String xml) {
        settings.put(bucket + "?" + setting, xml);
        return this;
    }

    /** Blocks all public access to a bucket. */
    public BucketServer blocked(String bucket) {
        return put(
                bucket,
                "publicAccessBlock",
                "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
                        + "<IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>"
                        + "<RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>");
    }

    /** Denies a setting of all buckets from now on. */
    public BucketServer deny(String setting) {
        denied.add(setting);
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String setting = exchange.getRequestURI().getQuery();
            String bucket = exchange.getRequestURI().getPath().replace("/", "");
            String missing = MISSING.get(setting);
            String xml = settings.get(bucket + "?" + setting);
            if (!exchange.getRequestMethod().equals("GET") || missing == null) {
                error(exchange, 501, "NotImplemented");
            } else if (denied.contains(setting)) {
                error(exchange, 403, "AccessDenied");
            } else if (xml == null) {
                error(exchange, 404, missing);
            } else {
                reply(exchange, 200, xml);
            }
        }
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        reply(exchange, status, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }

    private static void reply(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** The environment of a program that is to use it. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
