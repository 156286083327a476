package dev.trailwise.testing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP endpoint that speaks AWS JSON 1.1, the wire protocol of Glue, CloudTrail and Athena, to real SDK clients. */
public final class JsonService implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Head and body of a reply go in two packets: Nagle's algorithm would hold the second back for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> replies = new ConcurrentHashMap<>();
    private final Map<String, Deque<Refused>> faults = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Runnable>> acts = new ConcurrentHashMap<>();
    private final List<String> cuts = new CopyOnWriteArrayList<>();

    /** Answers one operation. */
    public interface Operation {
        /** @throws Refused to answer with an error of the service */
        JsonNode answer(JsonNode request) throws Refused;
    }

    /** An error of the service. */
    public static final class Refused extends Exception {
        private final int status;
        private final String code;
        private final transient Map<String, String> details;

        /** An error with this HTTP status and code. */
        public Refused(int status, String code, String message) {
            this(status, code, message, Map.of());
        }

        /** An error with members of its own, such as {@code AthenaErrorCode}. */
        public Refused(int status, String code, String message, Map<String, String> details) {
            super(message);
            this.status = status;
            this.code = code;
            this.details = Map.copyOf(details);
        }
    }

    /** Starts on a free port of the loopback address. */
    public JsonService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    /** The address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers the operation, such as {@code GetTable}, in this way from now on. */
    public JsonService on(String operation, Operation answer) {
        operations.put(operation, answer);
        return this;
    }

    /** Answers the operation's next call with an error instead; after several calls, one after the other. */
    public JsonService failNext(String operation, int status, String code) {
        faults.computeIfAbsent(operation, name -> new ArrayDeque<>())
                .add(new Refused(status, code, "injected " + code));
        return this;
    }

    /** Answers the operation's next so many calls with this error, as when the service throttles. */
    public JsonService failNext(int times, String operation, int status, String code) {
        for (int k = 0; k < times; k++) {
            failNext(operation, status, code);
        }
        return this;
    }

    /** Answers every call of the operation with this, whatever it asks, until {@link #replyAsUsual}. */
    public JsonService reply(String operation, JsonNode reply) {
        replies.put(operation, reply);
        return this;
    }

    /** Answers all operations again as they should be. */
    public void replyAsUsual() {
        replies.clear();
    }

    /** Carries the operation's next call out, and cuts the connection before the reply. */
    public JsonService cutNext(String operation) {
        cuts.add(operation);
        return this;
    }

    /** Has this happen before the operation's next call is answered. */
    public JsonService beforeNext(String operation, Runnable act) {
        acts.computeIfAbsent(operation, name -> new ConcurrentLinkedDeque<>()).add(act);
        return this;
    }

    /** The operations called so far. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String operation = target.substring(target.lastIndexOf('.') + 1);
            calls.add(operation);
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            Optional.ofNullable(acts.getOrDefault(operation, new ArrayDeque<>()).poll())
                    .ifPresent(Runnable::run);
            try {
                JsonNode answer = answer(operation, request);
                if (!cuts.remove(operation)) {
                    reply(exchange, 200, answer);
                }
            } catch (Refused refused) {
                ObjectNode error = JSON.createObjectNode();
                error.put("__type", refused.code).put("Message", refused.getMessage());
                refused.details.forEach(error::put);
                exchange.getResponseHeaders().add("x-amzn-ErrorType", refused.code);
                reply(exchange, refused.status, error);
            }
        }
    }

    private synchronized JsonNode answer(String operation, JsonNode request) throws Refused {
        Deque<Refused> pending = faults.getOrDefault(operation, new ArrayDeque<>());
        Refused fault = pending.poll();
        if (fault != null) {
            throw fault;
        }
        JsonNode reply = replies.get(operation);
        if (reply != null) {
            return reply;
        }
        Operation answer = operations.get(operation);
        if (answer == null) {
            throw new Refused(400, "UnknownOperationException", operation);
        }
        return answer.answer(request);
    }

    private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
