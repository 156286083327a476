package dev.trailwise.testing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trailwise.trail.AccountId;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * CloudTrail's LookupEvents in this process, behind its real wire protocol, over the management events and Insights of
 * log files; and STS, which says whose they are. It throttles whoever asks more than twice in a second and Region.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
public final class LookupServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FILE =
            Pattern.compile(".*/(CloudTrail|CloudTrail-Insight)/([a-z0-9-]+)/[0-9/]+/[^/]*");
    private static final Pattern SIGNED = Pattern.compile("Credential=[^/]+/[0-9]+/([a-z0-9-]+)/");
    private static final int MOST = 50;

    private final AccountId account;
    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, List<JsonNode>> events = new HashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private volatile Consumer<Request> observer = request -> {};
    private volatile int throttleNext;

    /**
     * A request.
     *
     * @param nanos when it came
     * @param refused the code of the error that it was answered with; empty when there was none
     */
    public record Request(Region region, long nanos, JsonNode body, String refused) {
        /** The attribute that was asked for, such as {@code EventName=CreateUser}. */
        public String attribute() {
            JsonNode one = body.at("/LookupAttributes/0");
            return one.isMissingNode()
                    ? ""
                    : one.path("AttributeKey").asText() + "="
                            + one.path("AttributeValue").asText();
        }
    }

    private static final class Refused extends Exception {
        Refused(String code) {
            super(code);
        }
    }

    /** Starts over the log files of one account in a folder. */
    public LookupServer(Path logs, AccountId account, Clock clock) {
        this.account = account;
        this.clock = clock;
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                read(file);
            }
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        events.values().forEach(list -> {
            Set<String> seen = new HashSet<>();
            list.removeIf(event -> event.hasNonNull("eventID")
                    && !seen.add(event.path("eventID").asText()));
            list.sort(Comparator.comparing(LookupServer::time).reversed());
        });
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    private void read(Path file) throws IOException {
        Matcher path = FILE.matcher(file.toString());
        if (!path.matches() || !file.toString().contains("/" + account + "/")) {
            return;
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            for (JsonNode event : JSON.readTree(in).path("Records")) {
                if (event.path("managementEvent").asBoolean(true)
                        && !event.path("eventCategory").asText().equals("Data")) {
                    events.computeIfAbsent(path.group(1) + " " + path.group(2), key -> new ArrayList<>())
                            .add(event);
                }
            }
        }
    }

    /** What it serves, as log files in CloudTrail's own layout. */
    public void write(Path folder) throws IOException {
        for (Map.Entry<String, List<JsonNode>> entry : events.entrySet()) {
            String[] kindAndRegion = entry.getKey().split(" ");
            for (JsonNode event : entry.getValue()) {
                String day = event.path("eventTime").asText().substring(0, 10).replace('-', '/');
                Path file = folder.resolve("AWSLogs/" + account + "/" + kindAndRegion[0] + "/" + kindAndRegion[1] + "/"
                        + day + "/" + account + "_" + kindAndRegion[0] + "_" + kindAndRegion[1] + "_"
                        + day.replace("/", "") + "T0000Z_" + UUID.randomUUID() + ".json");
                Files.createDirectories(file.resolveSibling(""));
                Files.writeString(file, "{\"Records\":[" + event + "]}");
            }
        }
    }

    /** The management events of a Region, word for word, the oldest first. */
    public List<String> records(Region region) {
        List<JsonNode> newestFirst = events.getOrDefault("CloudTrail " + region, List.of());
        List<String> records = new ArrayList<>();
        newestFirst.forEach(event -> records.add(0, event.toString()));
        return records;
    }

    /** All requests so far, in the order in which they came. */
    public List<Request> requests() {
        return requests.stream().sorted(Comparator.comparing(Request::nanos)).toList();
    }

    /** Forgets the requests so far. */
    public LookupServer forget() {
        requests.clear();
        return this;
    }

    /** Answers every request of a Region with this error from now on; an empty code answers as usual. */
    public LookupServer refuse(Region region, String code) {
        refused.put(region.code(), code);
        return this;
    }

    /** Throttles so many requests more, whatever their pace. */
    public LookupServer throttleNext(int times) {
        throttleNext = times;
        return this;
    }

    /** Forgets all tokens, as if they were too old. */
    public void expireTokens() {
        tokens.clear();
    }

    /** Shows each request to somebody before it is answered. */
    public LookupServer onRequest(Consumer<Request> watcher) {
        observer = watcher;
        return this;
    }

    /** The most requests of one Region that came within a second. */
    public int busiestSecond() {
        int most = 0;
        for (Request first : requests) {
            long second = requests.stream()
                    .filter(other -> other.region().equals(first.region())
                            && other.nanos() >= first.nanos()
                            && other.nanos() - first.nanos() < TimeUnit.SECONDS.toNanos(1))
                    .count();
            most = Math.max(most, (int) second);
        }
        return most;
    }

    private void handle(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (target == null) {
                identity(exchange);
                return;
            }
            Matcher signed = SIGNED.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
            if (!signed.find()) {
                throw new IllegalStateException(target);
            }
            if (!target.endsWith(".LookupEvents")) {
                ObjectNode unknown = JSON.createObjectNode().put("__type", "UnknownOperationException");
                reply(exchange, 400, JSON.writeValueAsBytes(unknown), "application/x-amz-json-1.1");
                return;
            }
            Region region = new Region(signed.group(1));
            JsonNode request = JSON.readTree(body);
            try {
                admit(region, now, request);
                reply(exchange, 200, JSON.writeValueAsBytes(page(region, request)), "application/x-amz-json-1.1");
            } catch (Refused error) {
                refused(new Request(region, now, request, ""), error.getMessage());
                ObjectNode said = JSON.createObjectNode()
                        .put("__type", error.getMessage())
                        .put("message", "no");
                reply(exchange, 400, JSON.writeValueAsBytes(said), "application/x-amz-json-1.1");
            }
        }
    }

    private synchronized void admit(Region region, long now, JsonNode body) throws Refused {
        Request request = new Request(region, now, body, "");
        long second = requests.stream()
                .filter(other -> other.region().equals(region) && now - other.nanos() < TimeUnit.SECONDS.toNanos(1))
                .count();
        requests.add(request);
        observer.accept(request);
        String code = refused.getOrDefault(region.code(), "");
        if (!code.isEmpty()) {
            throw new Refused(code);
        }
        if (second >= 2 || throttleNext > 0) {
            throttleNext = Math.max(0, throttleNext - 1);
            throw new Refused("ThrottlingException");
        }
    }

    private synchronized void refused(Request request, String code) {
        requests.remove(request);
        requests.add(new Request(request.region(), request.nanos(), request.body(), code));
    }

    private JsonNode page(Region region, JsonNode request) throws Refused {
        ObjectNode asked = request.deepCopy();
        String token = asked.path("NextToken").asText("");
        asked.remove("NextToken");
        int from = 0;
        if (!token.isEmpty()) {
            JsonNode known = tokens.get(token);
            if (known == null || !known.path("asked").equals(asked)) {
                throw new Refused("InvalidNextTokenException");
            }
            from = known.path("from").asInt();
        }
        String kind = asked.path("EventCategory").asText().equals("insight") ? "CloudTrail-Insight" : "CloudTrail";
        Instant start = Instant.ofEpochSecond(asked.path("StartTime").asLong());
        Instant end = Instant.ofEpochSecond(asked.path("EndTime").asLong());
        if (start.isAfter(end)) {
            throw new Refused("InvalidTimeRangeException");
        }
        Instant oldest = clock.instant().minus(Duration.ofDays(90));
        List<JsonNode> found = events.getOrDefault(kind + " " + region, List.of()).stream()
                .filter(event -> !time(event).isBefore(start)
                        && !time(event).isAfter(end)
                        && !time(event).isBefore(oldest)
                        && matches(event, asked.at("/LookupAttributes/0")))
                .toList();
        int to = Math.min(
                found.size(), from + Math.min(MOST, asked.path("MaxResults").asInt(MOST)));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("Events");
        found.subList(from, to)
                .forEach(event -> list.addObject()
                        .put("EventId", event.path("eventID").asText())
                        .put("EventName", event.path("eventName").asText())
                        .put("EventTime", time(event).getEpochSecond())
                        .put("CloudTrailEvent", event.toString()));
        if (to < found.size()) {
            String next = UUID.randomUUID().toString();
            tokens.put(next, JSON.createObjectNode().put("from", to).set("asked", asked));
            answer.put("NextToken", next);
        }
        return answer;
    }

    private static boolean matches(JsonNode event, JsonNode attribute) {
        String wanted = attribute.path("AttributeValue").asText();
        return switch (attribute.path("AttributeKey").asText()) {
            case "" -> true;
            case "EventId" -> wanted.equals(event.path("eventID").asText());
            case "EventName" -> wanted.equals(event.path("eventName").asText());
            case "EventSource" -> wanted.equals(event.path("eventSource").asText());
            case "ReadOnly" -> wanted.equals(event.path("readOnly").asText());
            case "AccessKeyId" ->
                wanted.equals(event.at("/userIdentity/accessKeyId").asText());
            case "Username" ->
                event.at("/userIdentity/type").asText().equals("IAMUser")
                        && wanted.equals(event.at("/userIdentity/userName").asText());
            default -> throw new IllegalStateException(attribute.toString());
        };
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.path("eventTime").asText());
    }

    private void identity(HttpExchange exchange) throws IOException {
        String answer = "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<GetCallerIdentityResult><Arn>arn:aws:iam::" + account + ":user/alice</Arn><UserId>AIDA</UserId>"
                + "<Account>" + account + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
        reply(exchange, 200, answer.getBytes(StandardCharsets.UTF_8), "text/xml");
    }

    private static void reply(HttpExchange exchange, int status, byte[] body, String type) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** The environment of a program that is to use it. */
    public Map<String, String> environment() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "AWS_ENDPOINT_URL_CLOUDTRAIL",
                url,
                "AWS_ENDPOINT_URL_STS",
                url,
                "AWS_ACCESS_KEY_ID",
                "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "AWS_REGION",
                "us-east-1");
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
