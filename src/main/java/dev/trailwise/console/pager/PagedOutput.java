package dev.trailwise.console.pager;

import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.FlagName;
import dev.trailwise.failure.Remedy;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Text for a terminal. What fits its window is written when the text ends; longer text goes to the pager as it comes. */
public final class PagedOutput extends OutputStream {
    private final OutputStream terminal;
    private final Pager pager;
    private final int lines;
    private final int columns;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Thread hook = new Thread(this::waitAtExit, "trailwise-pager");
    private int line;
    private int column;
    private volatile @Nullable Process process;
    private @Nullable OutputStream input;
    private boolean closed;

    /**
     * Output to a window.
     *
     * @param lines the height of the window
     * @param columns its width; longer lines wrap
     */
    public PagedOutput(OutputStream terminal, Pager pager, int lines, int columns) {
        this.terminal = terminal;
        this.pager = pager;
        this.lines = lines;
        this.columns = columns;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (input == null) {
            held.write(bytes, offset, length);
            count(bytes, offset, length);
            if (line >= lines) {
                start();
            }
            return;
        }
        try {
            input.write(bytes, offset, length);
        } catch (IOException ended) {
            await();
            throw new IOException("Broken pipe", ended); // the JDK says "Stream closed" once the process has ended
        }
    }

    /** Counts lines as a terminal shows them; the bytes after the first of a UTF-8 character take no room. */
    private void count(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line++;
                column = 0;
            } else if ((bytes[i] & 0xC0) != 0x80 && ++column > columns) {
                line++;
                column = 1;
            }
        }
    }

    private void start() throws IOException {
        Process started = pager.start();
        process = started;
        Runtime.getRuntime().addShutdownHook(hook);
        OutputStream opened = new BufferedOutputStream(started.getOutputStream());
        input = opened;
        byte[] text = held.toByteArray();
        held.reset();
        write(text, 0, text.length);
    }

    /** Ctrl-C also reaches this program, while the pager keeps the terminal: the shell must not have it back before. */
    private void waitAtExit() {
        Process running = process;
        try {
            if (running != null) {
                running.waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends the text, and waits until the user has left the pager.
     *
     * @throws IOException when the pager failed, so that the text was not shown
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (input == null) {
            terminal.write(held.toByteArray());
            terminal.flush();
            return;
        }
        try {
            input.close();
        } catch (IOException ended) {
            await();
            return; // the user has seen enough
        }
        await();
    }

    private void await() throws IOException {
        closed = true;
        Process running = process;
        if (running == null) {
            return;
        }
        int status;
        try {
            status = running.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the pager was open");
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // no message can follow
        }
        if (status != 0) {
            throw new Failure(
                    ExitCode.NOT_WRITTEN,
                    "the pager '" + pager.command() + "' ended with exit code " + status
                            + ": the answer is not complete",
                    Remedy.flag(FlagName.NO_PAGER, "prints the rows without one"),
                    Remedy.action("name another one in PAGER"));
        }
    }
}
