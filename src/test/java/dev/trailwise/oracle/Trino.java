package dev.trailwise.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The child process that runs Trino: a line of JSON for each question, a line for each answer. */
final class Trino implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final Path log;
    private final Process process;
    private final OutputStream in;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();
    private final AtomicInteger ids = new AtomicInteger();

    /**
     * Starts it.
     *
     * @param command the command line of {@code TrinoOracle}
     * @param log where its own messages go
     */
    Trino(List<String> command, Path log) throws IOException {
        this.log = log;
        this.process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        this.in = process.getOutputStream();
        Thread reader = new Thread(this::read, "trino");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until it answers. */
    void await() {
        ready.join();
    }

    /** Asks, and returns before there is an answer. */
    CompletableFuture<Answer> ask(String schema, String sql) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        String line =
                json.createObjectNode().put("id", id).put("schema", schema).put("sql", sql) + "\n";
        synchronized (in) {
            try {
                in.write(line.getBytes(StandardCharsets.UTF_8));
                in.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("Trino has ended; see " + log, e);
            }
        }
        return answer.thenApply(Answer::of);
    }

    private void read() {
        IOException end = new IOException("Trino has ended; see " + log);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = out.readLine()) != null) {
                JsonNode answer = json.readTree(line);
                if (answer.has("ready")) {
                    ready.complete(answer);
                } else {
                    Objects.requireNonNull(asked.remove(answer.get("id").asInt()))
                            .complete(answer);
                }
            }
        } catch (IOException e) {
            end.addSuppressed(e);
        }
        ready.completeExceptionally(end);
        asked.values().forEach(answer -> answer.completeExceptionally(end));
    }

    /** Ends it, and waits until it has. */
    @Override
    public void close() throws IOException {
        in.close();
        process.destroy();
        process.onExit().join();
    }
}
