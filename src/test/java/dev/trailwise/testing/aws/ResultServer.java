package dev.trailwise.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One result, as Athena and S3 give it, and fast: every query has been answered already, with the rows of one CSV file.
 * The workgroup {@code managed} keeps its results to itself, any other one has the file in S3.
 */
public final class ResultServer implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"NextToken\": ?\"([0-9]+)\"");
    private static final Pattern MOST = Pattern.compile("\"MaxResults\": ?([0-9]+)");
    private static final Pattern FROM = Pattern.compile("bytes=([0-9]+)-");
    private static final String TAG = "\"0123456789abcdef\"";

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final byte[] csv;
    private final List<Integer> lines = new ArrayList<>();
    private final List<String> reads = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile String tag = TAG;
    private volatile boolean refusing;

    /** @param csv the file; no value in it holds a line break, a comma or a quote */
    public ResultServer(byte[] csv) {
        this.csv = csv;
        for (int i = 0; i < csv.length; i++) {
            if (i == 0 || csv[i - 1] == '\n') {
                lines.add(i);
            }
        }
        lines.add(csv.length);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    /** Cuts the connection in the middle of what is left, that many times. */
    public ResultServer cutting(int times) {
        cuts.set(times);
        return this;
    }

    /** Lets nobody read the file. */
    public ResultServer refusing() {
        refusing = true;
        return this;
    }

    /** Has another file of that name from now on. */
    public void replace() {
        tag = "\"fedcba9876543210\"";
    }

    /** The parts of the file that were asked for, as Range headers; empty for all of it. */
    public List<String> reads() {
        return List.copyOf(reads);
    }

    /** The environment of a program that is to use this server. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        environment.put("AWS_REGION", "us-east-1");
        environment.put("TRAILWISE_TRAIL_BUCKET", "bucket");
        return environment;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (target != null) {
                reply(exchange, athena(target.substring(target.lastIndexOf('.') + 1), request));
            } else if (exchange.getRequestURI().getPath().endsWith(".csv")) {
                file(exchange);
            } else {
                reply(
                        exchange,
                        "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private byte[] athena(String operation, String request) {
        boolean managed = request.contains("managed");
        return switch (operation) {
            case "GetWorkGroup" ->
                json("{'WorkGroup':{'Name':'any','State':'ENABLED','Configuration':{"
                        + "'ResultConfiguration':{'OutputLocation':'s3://results/'},"
                        + "'ManagedQueryResultsConfiguration':{'Enabled':" + managed + "}}}}");
            case "StartQueryExecution" -> json("{'QueryExecutionId':'" + (managed ? "managed" : "file") + "'}");
            case "GetQueryExecution" ->
                json("{'QueryExecution':{'QueryExecutionId':'" + (managed ? "managed" : "file")
                        + "','WorkGroup':'any','Status':{'State':'SUCCEEDED'},'Statistics':{'DataScannedInBytes':0},"
                        + "'ResultConfiguration':{" + (managed ? "" : "'OutputLocation':'s3://results/file.csv'")
                        + "}}}");
            case "GetQueryResults" -> page(number(TOKEN, request, 0), number(MOST, request, 1000));
            default -> json("{}");
        };
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static int number(Pattern pattern, String text, int otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }

    private byte[] page(int from, int most) {
        int to = Math.min(lines.size() - 1, from + most);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(json("{'ResultSet':{'Rows':["));
        for (int line = from; line < to; line++) {
            out.writeBytes(json(line == from ? "{'Data':[" : ",{'Data':["));
            String[] cells = text(line).split(",", -1);
            for (int i = 0; i < cells.length; i++) {
                String datum = cells[i].isEmpty() ? "{}" : "{\"VarCharValue\":" + cells[i] + "}";
                out.writeBytes(((i == 0 ? "" : ",") + datum).getBytes(StandardCharsets.UTF_8));
            }
            out.writeBytes(json("]}"));
        }
        out.writeBytes(json("],'ResultSetMetadata':{'ColumnInfo':["));
        String[] names = text(0).split(",", -1);
        for (int i = 0; i < names.length; i++) {
            String type = names[i].equals("\"n\"") ? "bigint" : "varchar";
            out.writeBytes(((i == 0 ? "" : ",") + "{\"Name\":" + names[i] + ",\"Label\":" + names[i] + ",\"Type\":\""
                            + type + "\"}")
                    .getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(json("]}}" + (to < lines.size() - 1 ? ",'NextToken':'" + to + "'" : "") + "}"));
        return out.toByteArray();
    }

    private String text(int line) {
        int start = lines.get(line);
        return new String(csv, start, lines.get(line + 1) - 1 - start, StandardCharsets.UTF_8);
    }

    private void file(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        reads.add(range == null ? "" : range);
        if (refusing) {
            exchange.sendResponseHeaders(403, -1);
            return;
        }
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        if (match != null && !match.equals(tag)) {
            exchange.sendResponseHeaders(412, -1);
            return;
        }
        int from = range == null ? 0 : number(FROM, range, 0);
        int left = csv.length - from;
        exchange.getResponseHeaders().add("ETag", tag);
        exchange.sendResponseHeaders(range == null ? 200 : 206, left);
        OutputStream body = exchange.getResponseBody();
        boolean cut = cuts.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
        body.write(csv, from, cut ? left / 2 : left);
        body.flush();
    }

    private static void reply(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    /**
     * For the benchmark: a result of so many rows, like those of a search. Prints the environment and serves until it is
     * ended.
     */
    public static void main(String[] arguments) throws InterruptedException {
        ResultServer server = new ResultServer(rows(Integer.parseInt(arguments[0])));
        StringBuilder lines = new StringBuilder();
        server.environment().forEach((name, value) -> lines.append("export " + name + "=" + value + "\n"));
        System.out.print(lines);
        Thread.currentThread().join();
    }

    private static byte[] rows(int count) {
        String[] names = {"AssumeRole", "GetCallerIdentity", "PutObject", "DescribeInstances", "Decrypt"};
        ByteArrayOutputStream out = new ByteArrayOutputStream(150 * count);
        out.writeBytes("\"eventtime\",\"eventname\",\"sourceipaddress\",\"arn\",\"errorcode\",\"n\"\n"
                .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < count; i++) {
            String row = String.format(
                    Locale.ROOT,
                    "\"2026-10-%02dT%02d:%02d:%02dZ\",\"%s\",\"198.51.%d.%d\",\"arn:aws:iam::111122223333:user/user-%d\",%s,\"%d\"%n",
                    1 + i % 28,
                    i % 24,
                    i % 60,
                    i * 7 % 60,
                    names[i % names.length],
                    i % 200,
                    i % 250,
                    i % 1000,
                    i % 9 == 0 ? "\"AccessDenied\"" : "",
                    i);
            out.writeBytes(row.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
