package dev.trailwise.cli;

import dev.trailwise.cli.mcp.Commands.Ran;
import dev.trailwise.console.Host;
import dev.trailwise.console.Interrupt;
import dev.trailwise.failure.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs command lines for a client, each with streams of its own. */
final class McpCommands implements dev.trailwise.cli.mcp.Commands {
    private static final int MOST_BYTES = 16_000_000;

    private final Host host;
    private final List<String> general;

    /** @param general options that every command line gets */
    McpCommands(Host host, List<String> general) {
        this.host = host;
        this.general = general;
    }

    @Override
    public Ran run(List<String> words, Consumer<String> progress) {
        Interrupt.allow();
        Answer answer = new Answer();
        Lines lines = new Lines(progress);
        List<String> all = new ArrayList<>(words);
        int end = all.indexOf("--");
        all.addAll(end < 0 ? all.size() : end, general);
        Host own = new Host(
                new ByteArrayInputStream(new byte[0]),
                answer,
                new PrintStream(lines, true, StandardCharsets.UTF_8),
                host.environment(),
                host.clock(),
                host.directory());
        int exit = App.run(all.toArray(String[]::new), own);
        lines.end();
        if (answer.full) {
            lines.all.add("the answer is cut: it is larger than a client can take; ask for fewer columns or rows");
            exit = ExitCode.PARTIAL.code();
        }
        return new Ran(exit, answer.bytes.toString(StandardCharsets.UTF_8), lines.all);
    }

    @Override
    public void stop() {
        Interrupt.stopAll();
    }

    /** The server has ended: what it stopped last stops nothing else in this process. */
    void end() {
        Interrupt.allow();
    }

    /** Takes rows; refuses more than fit. */
    private static final class Answer extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean full;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            if (bytes.size() + count > MOST_BYTES) {
                full = true;
                throw new IOException("Broken pipe");
            }
            bytes.write(some, from, count);
        }
    }

    /** Takes messages, a line at a time. */
    private static final class Lines extends OutputStream {
        private final List<String> all = new ArrayList<>();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final Consumer<String> progress;

        Lines(Consumer<String> progress) {
            this.progress = progress;
        }

        @Override
        public synchronized void write(int one) {
            if (one == '\n') {
                end();
            } else {
                line.write(one);
            }
        }

        synchronized void end() {
            if (line.size() > 0) {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                all.add(text);
                progress.accept(text);
            }
        }
    }
}
