package dev.trailwise.testing.aws;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** AWS's public price list in this process: a body for each Region, 403 for the rest, as S3 answers behind it. */
public final class PriceListServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> bodies = new ConcurrentHashMap<>();

    /** Starts with an empty list. */
    public PriceListServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = bodies.get(exchange.getRequestURI().getPath());
                byte[] bytes = (body == null ? "<Error/>" : body).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(body == null ? 403 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    /** Answers for a Region with this text. */
    public PriceListServer body(String region, String body) {
        bodies.put("/offers/v1.0/aws/AmazonAthena/current/" + region + "/index.json", body);
        return this;
    }

    /** Answers for a Region with a list in which a scanned terabyte has this price, among other products. */
    public PriceListServer price(String region, String currency, String price) {
        return body(region, """
                {"formatVersion": "v1.0", "offerCode": "AmazonAthena", "version": "20261105171420",
                 "publicationDate": "2026-11-05T17:14:20Z",
                 "products": {
                   "9YXQ8AWYD4Y2SQBA": {"sku": "9YXQ8AWYD4Y2SQBA", "productFamily": "Athena Queries",
                     "attributes": {"servicecode": "AmazonAthena", "regionCode": "%1$s",
                       "usagetype": "XXX1-DataScannedInTB", "freeQueryTypes": "Data definition queries (DDL)"}},
                   "QTTSMN7GPKZGJPWX": {"sku": "QTTSMN7GPKZGJPWX", "productFamily": "Athena Queries",
                     "attributes": {"servicecode": "AmazonAthena", "regionCode": "%1$s",
                       "usagetype": "XXX1-DPU-Hour"}}},
                 "terms": {"OnDemand": {
                   "9YXQ8AWYD4Y2SQBA": {"9YXQ8AWYD4Y2SQBA.JRTCKXETXF": {"priceDimensions": {
                     "9YXQ8AWYD4Y2SQBA.JRTCKXETXF.6YS6EN2CT7": {"unit": "Terabytes", "beginRange": "0",
                       "endRange": "Inf", "pricePerUnit": {"%2$s": "%3$s"}}}}},
                   "QTTSMN7GPKZGJPWX": {"QTTSMN7GPKZGJPWX.JRTCKXETXF": {"priceDimensions": {
                     "QTTSMN7GPKZGJPWX.JRTCKXETXF.6YS6EN2CT7": {"unit": "DPU-Hour",
                       "pricePerUnit": {"%2$s": "99.0000000000"}}}}}}}}
                """.formatted(region, currency, price));
    }

    /** The address. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
