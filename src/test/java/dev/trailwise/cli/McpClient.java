package dev.trailwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client of the protocol, over pipes. */
final class McpClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PipedOutputStream toServer = new PipedOutputStream();
    private final BufferedReader fromServer;
    private final Thread server;
    private final List<JsonNode> notifications = new ArrayList<>();
    private int last;

    McpClient(Shell shell, String... words) throws IOException {
        PipedOutputStream out = new PipedOutputStream();
        fromServer =
                new BufferedReader(new InputStreamReader(new PipedInputStream(out, 1 << 20), StandardCharsets.UTF_8));
        PipedInputStream in = new PipedInputStream(toServer, 1 << 16);
        server = new Thread(() -> {
            try (OutputStream closed = out) {
                shell.typing(in).run(closed, words);
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
        });
        server.start();
    }

    /** The answer to a call of a tool. */
    JsonNode call(String tool, String arguments) throws IOException {
        return result(request(
                "tools/call",
                "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + ",\"_meta\":{\"progressToken\":7}}"));
    }

    /** Its values. */
    JsonNode values(String tool, String arguments) throws IOException {
        JsonNode answer = call(tool, arguments);
        assertThat(answer.get("isError").asBoolean()).as(answer.toString()).isFalse();
        return answer.get("structuredContent");
    }

    JsonNode result(int id) throws IOException {
        JsonNode reply = reply(id);
        assertThat(reply.has("result")).as(reply.toString()).isTrue();
        return reply.get("result");
    }

    JsonNode reply(int id) throws IOException {
        for (String line = fromServer.readLine(); line != null; line = fromServer.readLine()) {
            JsonNode message = JSON.readTree(line);
            if (message.path("id").asInt(-1) == id) {
                return message;
            }
            notifications.add(message);
        }
        throw new IllegalStateException("the server is gone");
    }

    int request(String method, String parameters) throws IOException {
        ObjectNode message = JSON.createObjectNode();
        message.put("jsonrpc", "2.0").put("id", ++last).put("method", method);
        message.set("params", JSON.readTree(parameters));
        send(message.toString());
        return last;
    }

    void send(String line) throws IOException {
        toServer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        toServer.flush();
    }

    List<JsonNode> notifications() {
        return notifications;
    }

    @Override
    public void close() throws IOException {
        toServer.close();
        try {
            server.join(20_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        assertThat(server.isAlive()).as("the server ends with its input").isFalse();
    }
}
